import { limitStageName } from '#lib/messages/limit-words.ts';
import * as m from '#lib/messages/generated/messages.js';
import { valueText } from '#lib/components/filter/criteria.ts';
import { isByOwnTarget, lateOf, type TimelinessView } from './timeliness-view.ts';

/** The page's answer: what share kept the limit of the chosen stage. */
export function timelinessTitle({ f, facts: { stage } }: TimelinessView): string {
	if (stage === null || stage.share === null) return m.time_title_none();
	return m.time_title({ stage: limitStageName(stage.stage), share: f.percent(stage.share) });
}

/** How many are late, and where the time goes. */
export function timelinessLead({ f, facts }: TimelinessView): string {
	const { stage } = facts;
	const late =
		stage && stage.judged > 0
			? m.time_lead_late({
					judged: f.count(stage.judged),
					breached: f.count(stage.breached),
					open: f.count(stage.open_late)
				})
			: '';
	return f.sentences(late, bottleneckSentence({ f, facts }, false), laggardSentence({ f, facts }));
}

/** What the steps say: where the time goes, and who needs longest beyond the others. */
export function stepsAnswer(view: Pick<TimelinessView, 'f' | 'facts'>): string {
	const { bottleneck, laggard } = view.facts.steps;
	const isSame =
		bottleneck?.step.stage === laggard?.step.stage &&
		bottleneck?.department?.department === laggard?.department.department;
	return view.f.sentences(bottleneckSentence(view, !isSame), laggardSentence(view));
}

/** The department that needs far longer than the others for a step. */
function laggardSentence({ f, facts }: Pick<TimelinessView, 'f' | 'facts'>): string {
	const found = facts.steps.laggard;
	if (!found) return '';
	const { step, department, othersMedian } = found;
	return m.time_laggard({
		stage: limitStageName(step.stage),
		department: valueText(department.department),
		median: f.duration(department.median_minutes),
		others: f.duration(othersMedian),
		cases: f.count(department.cases)
	});
}

/** The step that takes most of the time, and who is slowest in it. */
function bottleneckSentence(
	{ f, facts }: Pick<TimelinessView, 'f' | 'facts'>,
	detailed = true
): string {
	const found = facts.steps.bottleneck;
	if (!found) return '';
	const { step, department } = found;
	const first = m.time_bottleneck({
		stage: limitStageName(step.stage),
		share: f.percent(step.share ?? 0, 0),
		median: f.duration(step.median)
	});
	if (!detailed || !department) return first;
	return f.sentences(
		first,
		m.time_bottleneck_department({
			department: valueText(department.department),
			median: f.duration(department.median_minutes),
			cases: f.count(department.cases)
		})
	);
}

/** By when half and nine tenths are resolved. */
export function curveAnswer({ f, facts }: TimelinessView): string {
	const [bin] = facts.curve;
	const ended = facts.curve.reduce((sum, each) => sum + each.ended, 0);
	const open = facts.curve.reduce((sum, each) => sum + each.still_open, 0);
	const counts = { ended: f.count(ended), open: f.count(open) };
	if (!bin || bin.half_minutes === null) return m.time_curve_answer_none(counts);
	const half = f.duration(bin.half_minutes);
	if (bin.nine_tenths_minutes === null) return m.time_curve_answer_half({ ...counts, half });
	return m.time_curve_answer({
		...counts,
		half,
		most: f.duration(bin.nine_tenths_minutes)
	});
}

export function backlogAnswer({ f, facts }: TimelinessView): string {
	const open = facts.backlog.reduce((sum, { cases }) => sum + cases, 0);
	const late = facts.backlog.reduce((sum, band) => sum + lateOf(facts, band), 0);
	const old = facts.backlog
		.filter(({ from_days }) => from_days >= 7)
		.reduce((sum, { cases }) => sum + cases, 0);
	if (open === 0) return m.time_backlog_answer_none();
	const answer = isByOwnTarget(facts) ? m.time_backlog_answer_own : m.time_backlog_answer;
	return answer({
		open: f.count(open),
		old: f.count(old),
		share: f.percent(old / open, 0),
		late: f.count(late)
	});
}

export function dueAnswer({ f, facts }: TimelinessView): string {
	const [first] = facts.dueNext;
	if (!first) return m.time_due_answer_none();
	return m.time_due_answer({
		waiting: f.count(first.waiting),
		soon: f.count(first.soon),
		left: f.duration(first.working_minutes_left ?? first.minutes_left)
	});
}

export function ownAnswer({ f, facts }: TimelinessView): string {
	const { own } = facts;
	if (!own) return '';
	const open = facts.stages.find(({ stage }) => stage === 'own_target')?.open_late ?? 0;
	return f.sentences(
		m.time_own_answer({
			judged: f.count(own.judged),
			dates: f.percent(own.dates_met / own.judged),
			flag: f.percent(own.flag_met / own.judged),
			contradicting: f.count(own.contradicting)
		}),
		open > 0 && m.time_own_open({ open: f.count(open) })
	);
}
