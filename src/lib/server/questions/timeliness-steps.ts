import { limitStages, type LimitStage } from '#lib/calendar/policy.ts';
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

export interface Steps {
	readonly steps: readonly Step[];
	/** The step up to the resolution that takes most time, and the department slowest in it. */
	readonly bottleneck: { readonly step: Step; readonly department: StepRow | null } | null;
}

/** Fewer cases make a median that says more of chance than of the department. */
const fewestOfDepartment = 30;

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
	const slow = slowest?.departments[0];
	return {
		steps,
		bottleneck:
			slowest && chain.length > 1
				? { step: slowest, department: slowest.departments.length > 1 ? (slow ?? null) : null }
				: null
	};
}
