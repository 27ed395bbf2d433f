import type { JudgedStage, Outcome } from '#lib/calendar/policy.ts';
import { wilsonInterval } from '#lib/statistics/proportion/wilson.ts';

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** How cases stand to the limit of one stage. */
export interface Attainment extends OutcomeCounts {
	readonly stage: JudgedStage;
	/** Cases whose limit has passed: met, breached and open past it. */
	readonly judged: number;
	/** Met of judged, 0–1, with its 95 % Wilson interval; null where none is judged. */
	readonly share: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
}

/** Counts of several rows together. */
export function outcomesOf(rows: readonly OutcomeCounts[]): OutcomeCounts {
	const sum = (outcome: Outcome) => rows.reduce((total, row) => total + row[outcome], 0);
	return {
		met: sum('met'),
		breached: sum('breached'),
		open_late: sum('open_late'),
		not_due: sum('not_due'),
		no_time: sum('no_time')
	};
}

export function attainmentOf(stage: JudgedStage, counts: OutcomeCounts): Attainment {
	const judged = counts.met + counts.breached + counts.open_late;
	const { proportion, lower, upper } = wilsonInterval(counts.met, judged, 0.95);
	return { stage, ...counts, judged, share: proportion, lower, upper };
}
