import { shiftDay } from '#lib/filter/codec.ts';
import { dimensions, type Dimension } from '#lib/measures/case-fields.ts';

export const mostDrawn = 500;

/** What the form of a draw says, as it says it. Days are both inclusive. */
export interface GivenDraw {
	readonly since: string;
	readonly until: string;
	readonly by: string;
	readonly size: string;
	readonly seed: string;
	readonly checklist: string;
}

export interface ReadDraw {
	readonly period: { readonly since: string; readonly until: string };
	readonly by: Dimension;
	readonly size: number;
	readonly seed: string;
	readonly checklist: string;
}

export function givenDraw(form: FormData): GivenDraw {
	const text = (name: string): string => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	return {
		since: text('since'),
		until: text('until'),
		by: text('by'),
		size: text('size'),
		seed: text('seed').slice(0, 80),
		checklist: text('checklist')
	};
}

const isDay = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The draw a form means, or what is wrong with it. */
export function readDraw(
	given: GivenDraw
): ReadDraw | { problem: 'days' | 'size' | 'seed' | 'by' } {
	const { since, until, seed, checklist } = given;
	if (!isDay(since) || !isDay(until) || until < since) return { problem: 'days' };
	const size = Number(given.size);
	if (!Number.isInteger(size) || size < 1 || size > mostDrawn) return { problem: 'size' };
	if (seed === '') return { problem: 'seed' };
	const by = dimensions.find((name) => name === given.by);
	if (!by) return { problem: 'by' };
	return { period: { since, until: shiftDay(until, 1) }, by, size, seed, checklist };
}
