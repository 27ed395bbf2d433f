import { fitFields, type Limit } from '#lib/calendar/policy.ts';

/** A row of the table of limits, as its fields show it. */
export interface FormRow {
	readonly stage: string;
	readonly starts: string;
	readonly value: string;
	readonly unit: string;
	readonly fits: Readonly<Record<(typeof fitFields)[number], string>>;
}

const anyCase = { priority: '', track: '', category: '', channel: '' } as const;

/** A row that takes a new limit. */
export const emptyRow: FormRow = {
	stage: '',
	starts: 'received',
	value: '',
	unit: 'hours',
	fits: anyCase
};

export function limitRow({ stage, starts, value, unit, fits }: Limit): FormRow {
	const words = fitFields.map((field) => [field, fits[field]?.join(', ') ?? ''] as const);
	return {
		stage,
		starts,
		value: String(value),
		unit,
		fits: { ...anyCase, ...Object.fromEntries(words) }
	};
}

/** Rows as a person typed them. */
export function typedRows(typed: Readonly<Record<string, readonly string[]>>): readonly FormRow[] {
	const word = (name: string, index: number) => typed[name]?.[index] ?? '';
	return (typed.stage ?? []).map((stage, index) => {
		const words = fitFields.map((field) => [field, word(field, index)] as const);
		return {
			stage,
			starts: word('starts', index),
			value: word('value', index),
			unit: word('unit', index),
			fits: { ...anyCase, ...Object.fromEntries(words) }
		};
	});
}
