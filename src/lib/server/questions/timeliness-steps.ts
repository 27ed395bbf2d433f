import { limitStages, type LimitStage } from '#lib/calendar/policy.ts';
import { quantileType7 } from '#lib/statistics/quantile.ts';
import type { RowOf } from './question.ts';
import type { stageMinutes } from './timeliness.ts';

export type StepRow = RowOf<typeof stageMinutes.columns>;

/** A step of the handling: from the latest earlier time of the case to this stage's. */
export interface Step {
	readonly stage: LimitStage;
	readonly cases: number;
	readonly median: number;
	readonly p90: number;
	/** Of the time of all steps together, 0–1; null for the first response, which runs beside them. */
	readonly share: number | null;
	/** Those with enough cases, slowest median first. */
	readonly departments: readonly StepRow[];
}

/** A department that needs far longer for a step than the others do. */
export interface Laggard {
	readonly step: Step;
	readonly department: StepRow;
	/** Median of the other departments' medians, minutes. */
	readonly othersMedian: number;
}

export interface Steps {
	readonly steps: readonly Step[];
	/** The step up to the resolution that takes most time, and the department slowest in it. */
	readonly bottleneck: { readonly step: Step; readonly department: StepRow | null } | null;
	/** Where one department loses most time beyond what the others need for the same step. */
	readonly laggard: Laggard | null;
}

/** Fewer cases make a median that says more of chance than of the department. */
const fewestOfDepartment = 30;

/**
 * To be called slow: half as long again as the others. The log of a step's length spreads by about 0.8,
 * so a median of 100 cases is told to a tenth, and chance alone does not come near.
 */
const fewestOfLaggard = 100;
const leastTimesOthers = 1.5;

/** What comes after the customer has the result does not keep them waiting. */
const afterwards: ReadonlySet<LimitStage> = new Set(['closed', 'followed_up']);

/** Steps in the order of the handling, and where the time goes. */
export function stepsOf(rows: readonly StepRow[]): Steps {
	const whole = rows.filter((row) => row.whole);
	const total = whole
		.filter(({ stage }) => stage !== 'first_response' && !afterwards.has(stage as LimitStage))
		.reduce((sum, row) => sum + row.total_minutes, 0);
	const steps = limitStages.flatMap((stage): Step[] => {
		const row = whole.find((each) => each.stage === stage);
		if (!row) return [];
		return [
			{
				stage,
				cases: row.cases,
				median: row.median_minutes,
				p90: row.p90_minutes,
				share:
					stage === 'first_response' || afterwards.has(stage) || total === 0
						? null
						: row.total_minutes / total,
				departments: rows
					.filter((each) => !each.whole && each.stage === stage && each.cases >= fewestOfDepartment)
					.sort((a, b) => b.median_minutes - a.median_minutes)
			}
		];
	});
	const chain = steps.filter(({ share }) => share !== null);
	const slowest = [...chain].sort((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
	// Cases without a department are nobody's slowness.
	const slow = slowest?.departments.find(({ department }) => department !== null);
	return {
		steps,
		bottleneck:
			slowest && chain.length > 1
				? { step: slowest, department: slowest.departments.length > 1 ? (slow ?? null) : null }
				: null,
		laggard: laggardOf(chain)
	};
}

/** By the time lost: cases by how much longer their median is than that of the others. */
function laggardOf(chain: readonly Step[]): Laggard | null {
	const lost = ({ department, othersMedian }: Laggard) =>
		department.cases * (department.median_minutes - othersMedian);
	const [most] = chain
		.flatMap((step) => {
			const named = step.departments.filter(({ department }) => department !== null);
			return named.map((department): Laggard => {
				const others = named.filter((each) => each !== department);
				const [middle] = quantileType7(
					others.map(({ median_minutes: median }) => median),
					[0.5]
				);
				return { step, department, othersMedian: middle ?? Number.NaN };
			});
		})
		.filter(
			({ department, othersMedian }) =>
				department.cases >= fewestOfLaggard &&
				department.median_minutes > othersMedian &&
				department.median_minutes >= leastTimesOthers * othersMedian
		)
		.sort((a, b) => lost(b) - lost(a));
	return most ?? null;
}
