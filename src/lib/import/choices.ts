import type { DurationUnit, Reading, Target } from './mapping.ts';
import { durationUnits, encodings, targets as knownTargets } from './mapping-lists.ts';
import type { Kind } from './propose-mapping.ts';

/** What a person says about a time column: its order, or the mending of a log whose dates stand swapped. */
export const orderChoices = ['day-first', 'month-first', 'swapped'] as const;
export type OrderChoice = (typeof orderChoices)[number];

/**
 * What a person decided about one file; everything else stays as detected. Kept in the address of the
 * page that asks, so that it works without script and survives a reload. Columns by position.
 */
export interface Choices {
	readonly reading: Reading;
	readonly kind?: Kind;
	/** Leaves the mapping confirmed for this header before aside. */
	readonly fresh: boolean;
	readonly targets: Readonly<Record<number, Target>>;
	readonly orders: Readonly<Record<number, OrderChoice>>;
	readonly units: Readonly<Record<number, DurationUnit>>;
	readonly source?: string;
	readonly zone?: string;
	/** Up to when the log tells: `YYYY-MM-DD HH:MM` on clocks of the business zone. */
	readonly asOf?: string;
}

export const noChoices: Choices = {
	reading: {},
	fresh: false,
	targets: {},
	orders: {},
	units: {}
};

/** Tabs and blanks do not show in an address. */
const delimiterNames: Readonly<Record<string, string>> = { tab: '\t', space: ' ' };

export function delimiterName(delimiter: string): string {
	return (
		Object.keys(delimiterNames).find((name) => delimiterNames[name] === delimiter) ?? delimiter
	);
}

/** `0` no header, `3` on line 3, `3-4` on two lines. */
export function headerName({ skipLines = 0, headerRows = 1 }: Reading): string {
	if (headerRows === 0) return '0';
	const first = skipLines + 1;
	return headerRows === 1 ? String(first) : `${first}-${first + headerRows - 1}`;
}

/**
 * Reads choices from an address or a sent form. A form without script sends what was merely detected
 * too: beside such a field stands `was.<name>` with the same value, and it is then no choice.
 */
export function parseChoices(parameters: URLSearchParams): Choices {
	const given = (name: string): string | undefined => {
		const value = parameters.get(name)?.trim();
		return value === undefined || value === '' || value === parameters.get(`was.${name}`)
			? undefined
			: value;
	};
	const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined => {
		const value = given(name);
		return known.find((item) => item === value);
	};
	const byColumn = <T extends string>(prefix: string, known: readonly T[]): Record<number, T> => {
		const found: Record<number, T> = {};
		for (const name of parameters.keys()) {
			const position = name.startsWith(prefix) ? name.slice(prefix.length) : '';
			const value = /^\d{1,4}$/.test(position) ? oneOf(name, known) : undefined;
			if (value !== undefined) found[Number(position)] = value;
		}
		return found;
	};
	const delimiter = given('delimiter');
	const header = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(given('header') ?? '');
	const sheet = given('sheet');
	const encoding = oneOf('encoding', encodings);
	const totals = oneOf('totals', ['aside', 'keep']);
	const asOf = /^\d{4}-\d\d-\d\d \d\d:\d\d$/.exec(given('as_of') ?? '')?.[0];
	const kind = oneOf('kind', ['cases', 'orders']);
	const source = given('source')?.slice(0, 120);
	const zone = given('zone')?.slice(0, 60);
	return {
		reading: {
			...(encoding && { encoding }),
			...(delimiter && { delimiter: delimiterNames[delimiter] ?? delimiter.slice(0, 2) }),
			...(header && headerReading(Number(header[1]), Number(header[2] ?? header[1]))),
			...(sheet && { sheet }),
			...(totals && { totals })
		},
		...(kind && { kind }),
		fresh: parameters.get('fresh') === '1',
		targets: byColumn('t', knownTargets),
		orders: byColumn('order', orderChoices),
		units: byColumn('unit', durationUnits),
		...(source && { source }),
		...(zone && { zone }),
		...(asOf && { asOf })
	};
}

function headerReading(first: number, last: number): Reading {
	if (first === 0) return { headerRows: 0 };
	return { skipLines: first - 1, headerRows: Math.min(5, Math.max(1, last - first + 1)) };
}

/** Writes choices for an address; `parseChoices` reads them back. */
export function formatChoices(choices: Choices): URLSearchParams {
	const { reading, kind, fresh, targets, orders, units, source, zone, asOf } = choices;
	const parameters = new URLSearchParams();
	if (reading.encoding) parameters.set('encoding', reading.encoding);
	if (reading.delimiter) parameters.set('delimiter', delimiterName(reading.delimiter));
	if (reading.headerRows !== undefined) parameters.set('header', headerName(reading));
	if (reading.sheet) parameters.set('sheet', reading.sheet);
	if (reading.totals) parameters.set('totals', reading.totals);
	if (kind) parameters.set('kind', kind);
	if (fresh) parameters.set('fresh', '1');
	for (const [position, target] of Object.entries(targets)) parameters.set(`t${position}`, target);
	for (const [position, order] of Object.entries(orders)) parameters.set(`order${position}`, order);
	for (const [position, unit] of Object.entries(units)) parameters.set(`unit${position}`, unit);
	if (source) parameters.set('source', source);
	if (zone) parameters.set('zone', zone);
	if (asOf) parameters.set('as_of', asOf);
	return parameters;
}

/** The choices that hold when the table is cut otherwise: columns are then other columns. */
export function withoutColumns(choices: Choices): Choices {
	return { ...choices, targets: {}, orders: {}, units: {} };
}
