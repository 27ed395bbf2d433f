import { sideOfZero } from '#lib/statistics/interval.ts';
import { formatFilter } from '#lib/filter/codec.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Measured } from '#lib/measures/headline.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { MonthFacts, OverviewFacts } from '#lib/server/questions/overview-page.ts';
import type { ComponentProps } from 'svelte';
import type Tile from '#lib/components/Tile.svelte';
import { was } from './overview-words.ts';

export type TileProps = ComponentProps<typeof Tile>;
export type Kind = 'year' | 'previous';

const trendMonths = 24;
/** A line through fewer months says nothing. */
const fewestPoints = 4;

/** What the measure was, and how far it is from that now. */
export function compared(
	kind: Kind | null,
	value: number | null | undefined,
	text: (value: number) => string,
	change: (value: number) => string
): string[] {
	return kind && value != null ? [was(kind, text(value), change(value))] : [];
}

/** Change of an amount against what it was, as a share of that. */
export function relative(f: Formats, now: number | null): (before: number) => string {
	return (before) => f.change(before > 0 ? (now ?? Number.NaN) / before - 1 : Number.NaN);
}

/** Change of a share against what it was, in percentage points. */
export function inPoints(f: Formats, now: number | null): (before: number) => string {
	return (before) => f.points((now ?? Number.NaN) - before);
}

export function duration(f: Formats, minutes: number | null): { value: string; unit?: string } {
	return minutes === null ? { value: '–' } : f.durationParts(minutes);
}

export function percent(f: Formats, { value }: Measured): { value: string; unit?: string } {
	return value === null ? { value: '–' } : { value: f.number(value * 100, 1, 1), unit: '%' };
}

export function trend(
	facts: OverviewFacts,
	measure: string,
	value: (month: MonthFacts) => number | null,
	text: (value: number) => string,
	target: number | null = null
): TileProps['trend'] {
	const values = facts.months.slice(-trendMonths).map(value);
	const known = values.filter((each) => each !== null);
	if (known.length < fewestPoints) return undefined;
	const spoken = known.slice(-6).map((each) => text(each));
	return {
		series: {
			values,
			running: facts.running,
			...(target !== null && { target, targetText: text(target) })
		},
		label: m.overview_trend_label({ measure, values: spoken.join(m.clause_separator()) })
	};
}

/** Orders know only shop and product category: any other choice narrows the complaints alone. */
export function isPart(filter: Filter): boolean {
	const { shop: _, product_category: __, ...others } = filter.dimensions;
	return (
		formatFilter({
			...filter,
			period: emptyFilter.period,
			comparison: emptyFilter.comparison,
			sources: [],
			dimensions: others
		}).size > 0
	);
}

/** Which way a tested measure moved, in a shape and words; higher is better here. */
export function changeState(f: Formats, change: Measured | null): TileProps['states'] {
	if (change === null || change.value === null) return [];
	const side = sideOfZero(change.interval);
	const text = { change: f.points(change.value) };
	if (side === 0) return [{ kind: 'common', text: m.overview_common() }];
	return [
		side > 0
			? { kind: 'improving', direction: 'up', text: m.overview_better(text) }
			: { kind: 'worsening', direction: 'down', text: m.overview_worse(text) }
	];
}
