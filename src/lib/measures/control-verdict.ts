import type { Measure } from './measure.ts';
import type { ControlFacts } from './control-facts.ts';
import type { Pattern } from './control-rules.ts';

/** Whether the latest periods changed, as Making Data Count words it. */
export type Variation = 'improving' | 'worsening' | 'changing' | 'nothing_special' | 'unknown';
/** Whether the target will be met as things stand. */
export type Assurance = 'will_hit' | 'will_miss' | 'hit_or_miss' | 'unknown';

export interface ControlVerdict {
	readonly variation: Variation;
	readonly assurance: Assurance;
	/** Which way the latest periods lie off the centre; 0 where nothing signals. */
	readonly side: -1 | 0 | 1;
	/** The pattern the variation rests on. */
	readonly pattern: Pattern | null;
}

/** Which way a change is for the better; a trend or shift of a measure without a good end only changes. */
export function meaningOf(side: -1 | 0 | 1, better: Measure['better']): 'good' | 'bad' | 'change' {
	if (side === 0 || better === 'neither') return 'change';
	return (side === 1) === (better === 'higher') ? 'good' : 'bad';
}

/**
 * What a chart says of now: the variation of its last judged period, and whether limits as they stand lie
 * wholly on one side of a target. Pure; for tiles and boards.
 * Source: NHS England, Making Data Count, "Variation and assurance icons".
 * @param target in the unit the chart shows; null where none is set
 */
export function controlVerdict(
	facts: Pick<ControlFacts, 'last' | 'patterns' | 'judged'>,
	better: Measure['better'],
	target: number | null = null
): ControlVerdict {
	const { last, patterns, judged } = facts;
	if (last === null) return { variation: 'unknown', assurance: 'unknown', side: 0, pattern: null };
	const pattern = patterns.find(({ marked }) => marked.includes(last)) ?? null;
	const meaning = pattern && meaningOf(pattern.side, better);
	return {
		variation:
			meaning === null
				? 'nothing_special'
				: meaning === 'good'
					? 'improving'
					: meaning === 'bad'
						? 'worsening'
						: 'changing',
		assurance: assuranceOf(judged.lower[last] ?? null, judged.upper[last] ?? null, better, target),
		side: pattern?.side ?? 0,
		pattern
	};
}

function assuranceOf(
	lower: number | null,
	upper: number | null,
	better: Measure['better'],
	target: number | null
): Assurance {
	if (target === null || better === 'neither' || lower === null || upper === null) return 'unknown';
	const [worst, best] = better === 'higher' ? [lower, upper] : [upper, lower];
	const meets = (value: number): boolean =>
		better === 'higher' ? value >= target : value <= target;
	if (meets(worst)) return 'will_hit';
	return meets(best) ? 'hit_or_miss' : 'will_miss';
}
