import type { Day } from '#lib/filter/filter.ts';
import { keptFilter } from '#lib/filter/codec.ts';
import type { DueImprovement } from '#lib/improvement/due.ts';
import type { Improvement, ImprovementEvent } from '#lib/improvement/improvement.ts';
import { outcomeInForce } from '#lib/improvement/summary.ts';
import { measureKey } from '#lib/measures/charted-measure.ts';
import type { Finding } from './finding.ts';
import type {
	ImprovementStep,
	ReviewDecision,
	ReviewDue,
	ReviewedImprovement
} from './month-review.ts';

/** An improvement with its events. */
export interface ToldImprovement {
	readonly improvement: Improvement;
	readonly events: readonly ImprovementEvent[];
}

/** Improvements something happened to in the month, what happened last first. */
export function monthImprovements(
	all: readonly ToldImprovement[],
	{ since, until }: { readonly since: Day; readonly until: Day },
	dayOf: (instant: number) => Day
): readonly ReviewedImprovement[] {
	const found = all.flatMap(({ improvement, events }): ReviewedImprovement[] => {
		const { plan, verdict } = improvement;
		const happened = events.flatMap((event) => {
			const kind = stepOf(event);
			return kind ? [{ kind, day: dayOf(event.happenedAt) }] : [];
		});
		const effective =
			plan.effectiveOn && improvement.locked
				? [{ kind: 'effective' as const, day: plan.effectiveOn }]
				: [];
		const steps = [...happened, ...effective]
			.filter(({ day }) => day >= since && day < until)
			.sort((a, b) => a.day.localeCompare(b.day));
		if (steps.length === 0) return [];
		const values = verdict?.verdict.primary.values;
		return [
			{
				id: improvement.id,
				number: improvement.number,
				theme: plan.theme,
				owner: plan.owner,
				stage: improvement.stage,
				effectiveOn: plan.effectiveOn,
				steps,
				outcome: outcomeInForce(improvement),
				effect: verdict?.verdict.primary.effect ?? null,
				measure: measureKey(plan.measure),
				...(typeof plan.measure !== 'string' && { own: plan.measure }),
				before: values?.before ?? null,
				after: values?.after ?? null
			}
		];
	});
	const lastDay = ({ steps }: ReviewedImprovement): Day => steps.at(-1)!.day;
	return found.sort(
		(a, b) => lastDay(b).localeCompare(lastDay(a)) || b.number.localeCompare(a.number)
	);
}

function stepOf(event: ImprovementEvent): ImprovementStep | null {
	switch (event.kind) {
		case 'improvement_started':
			return 'started';
		case 'improvement_approved':
			return 'approved';
		case 'improvement_verdict_signed':
			return 'verdict';
		case 'improvement_act_decided':
			return 'decided';
		case 'improvement_sustain_checked':
			return event.body.held ? 'sustained' : 'gain_lost';
		case 'improvement_moved':
			return event.body.to === 'closed' ? 'closed' : null;
		case 'improvement_cancelled':
			return 'closed';
		default:
			return null;
	}
}

/** What improvements wait for, the most pressing first; what has no day is left out. */
export function monthDue(all: readonly DueImprovement[]): readonly ReviewDue[] {
	return all
		.flatMap(({ improvement, due }) =>
			due.map((duty): ReviewDue => ({
				improvement: improvement.id,
				number: improvement.number,
				theme: improvement.plan.theme,
				kind: duty.kind,
				what: duty.what,
				who: duty.who,
				day: duty.day,
				state: duty.state,
				daysLate: duty.daysLate
			}))
		)
		.filter(({ state }) => state !== 'undated' && state !== 'later')
		.sort((a, b) => b.daysLate - a.daysLate || (a.day ?? '').localeCompare(b.day ?? ''));
}

/** Findings with the improvements on the same cases. */
export function withImprovements(
	findings: readonly Finding[],
	all: readonly Improvement[]
): readonly Finding[] {
	return findings.map((finding) => ({
		...finding,
		improvements: all.filter((one) => concerns(one, finding)).map(({ number }) => number)
	}));
}

/** An improvement that names the finding's value, or that follows its measure in all cases. */
function concerns({ plan, cancelled }: Improvement, { measure, scope }: Finding): boolean {
	if (cancelled !== null) return false;
	const { dimensions } = keptFilter(plan.selection);
	if (scope) return (dimensions[scope.dimension] ?? []).includes(scope.value);
	return measureKey(plan.measure) === measure && Object.keys(dimensions).length === 0;
}

/** What the readers of the month have to decide: signals nobody works on, gains lost, what is overdue. */
export function monthDecisions(
	findings: readonly Finding[],
	all: readonly DueImprovement[]
): readonly ReviewDecision[] {
	const running = new Set(
		all
			.filter(({ improvement }) => improvement.stage !== 'closed')
			.map(({ improvement }) => improvement.number)
	);
	const signals = findings
		.filter(
			({ kind, meaning, improvements }) =>
				kind !== 'season' &&
				meaning === 'bad' &&
				!improvements.some((number) => running.has(number))
		)
		.map(({ id, filter }): ReviewDecision => ({ kind: 'signal', finding: id, filter }));
	const lost = all
		.filter(({ improvement }) => improvement.gainLost)
		.map(({ improvement }): ReviewDecision => ({ kind: 'gain_lost', improvement: improvement.id }));
	const late = all.flatMap(({ improvement, due }): ReviewDecision[] => {
		const daysLate = Math.max(0, ...due.map((duty) => duty.daysLate));
		return daysLate > 0 ? [{ kind: 'overdue', improvement: improvement.id, daysLate }] : [];
	});
	return [...signals, ...lost, ...late];
}
