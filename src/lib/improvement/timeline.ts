import { shiftDay } from '#lib/filter/codec.ts';
import { answerWithinDays } from './duties.ts';
import { daysBetween, type DueDuty, type DueFacts } from './due.ts';
import { sustainDays, type Improvement, type SustainDays } from './improvement.ts';

/** A stretch of an improvement's time, from `since` up to, not including, `until`. */
export interface Stretch {
	readonly kind: 'plan' | 'do' | 'transition' | 'check' | 'act';
	readonly since: string;
	readonly until: string;
}

/** A day of it that is looked at. */
export interface Milestone {
	readonly kind: 'effective' | 'check' | 'target' | 'sustain' | 'closed';
	readonly day: string;
	/** Of a sustain check which. */
	readonly days: SustainDays | null;
	/** `done` as it should, `failed`: the gain was not held, `late`: should have been by today. */
	readonly state: 'done' | 'failed' | 'late' | 'ahead';
}

export interface Timeline {
	readonly stretches: readonly Stretch[];
	readonly milestones: readonly Milestone[];
	/** Since when something of it is overdue; null: nothing is. */
	readonly lateSince: string | null;
}

/** The days of one improvement: what was, and what its plan says will be. */
export function timelineOf(
	improvement: Improvement,
	due: readonly DueDuty[],
	facts: DueFacts
): Timeline {
	const { plan, startedAt, closedAt, versions } = improvement;
	const { today, dayOf } = facts;
	const started = dayOf(startedAt);
	const approvedAt = versions.at(-1)?.approvedAt;
	const ended = closedAt === null ? null : dayOf(closedAt);
	const signed = improvement.verdict ? dayOf(improvement.verdict.signedAt) : null;
	const effective = plan.effectiveOn;
	const settled = effective === null ? null : shiftDay(effective, plan.transitionDays);
	const checked = signed ?? plan.checkOn;
	const last = checked === null ? null : (ended ?? shiftDay(checked, Math.max(...sustainDays)));
	const approved = approvedAt === undefined ? null : dayOf(approvedAt);
	const edges: readonly (readonly [Stretch['kind'], string | null, string | null])[] = [
		['plan', started, approved ?? effective ?? today],
		['do', approved ?? null, effective],
		['transition', effective, settled],
		['check', settled, checked],
		['act', checked, last]
	];
	const stretches = edges.flatMap(([kind, since, until]) => {
		const end = ended !== null && until !== null && until > ended ? ended : until;
		return since !== null && end !== null && since < end ? [{ kind, since, until: end }] : [];
	});
	const late = due.filter(({ state }) => state === 'overdue').map(({ day }) => day ?? today);
	return {
		stretches,
		milestones: milestones(improvement, { today, ended, dayOf }),
		lateSince: late.sort()[0] ?? null
	};
}

function milestones(
	{ plan, verdict, act, sustain, stage }: Improvement,
	at: {
		readonly today: string;
		readonly ended: string | null;
		readonly dayOf: (instant: number) => string;
	}
): readonly Milestone[] {
	const passed = (day: string, done: boolean): Milestone['state'] =>
		done ? 'done' : day < at.today ? 'late' : 'ahead';
	const over = stage === 'closed';
	const one = (
		kind: Milestone['kind'],
		day: string | null,
		state: (day: string) => Milestone['state'],
		days: SustainDays | null = null
	): readonly Milestone[] => (day === null ? [] : [{ kind, day, state: state(day), days }]);
	const from = verdict?.verdict.asOfDay ?? null;
	const standard = from !== null && (act === null || act.decision === 'standardise') && !over;
	return [
		...one('effective', plan.effectiveOn, (day) =>
			passed(day, stage !== 'plan' && (stage !== 'do' || day >= at.today))
		),
		...one('target', plan.targetOn, (day) => passed(day, verdict !== null || over)),
		...one('check', plan.checkOn, (day) => passed(day, verdict !== null || over)),
		...sustainDays.flatMap((days) => {
			const check = sustain.findLast((kept) => kept.days === days);
			if (check)
				return one(
					'sustain',
					at.dayOf(check.checkedAt),
					() => (check.held ? 'done' : 'failed'),
					days
				);
			return standard ? one('sustain', shiftDay(from, days), () => 'ahead', days) : [];
		}),
		...one('closed', at.ended, () => 'done')
	];
}

/** The days a chart of timelines spans: whole months around all of them and today. */
export function timelineSpan(
	timelines: readonly Timeline[],
	today: string
): { readonly since: string; readonly until: string; readonly months: readonly string[] } {
	const days = [
		today,
		...timelines.flatMap(({ stretches, milestones }) => [
			...stretches.flatMap(({ since, until }) => [since, until]),
			...milestones.map(({ day }) => day)
		])
	].sort();
	const first = `${(days[0] ?? today).slice(0, 7)}-01`;
	const last = shiftDay(days.at(-1) ?? today, answerWithinDays);
	const months = [];
	for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
	return { since: first, until: nextMonth(months.at(-1) ?? first), months };
}

function nextMonth(first: string): string {
	return `${shiftDay(first, 31).slice(0, 7)}-01`;
}

/** Where a day lies in a span, 0–1. */
export function placeOf(
	day: string,
	span: { readonly since: string; readonly until: string }
): number {
	const place = daysBetween(span.since, day) / daysBetween(span.since, span.until);
	return Math.min(Math.max(place, 0), 1);
}
