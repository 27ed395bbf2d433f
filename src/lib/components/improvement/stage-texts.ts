import type { Formats } from '#lib/format/formats.ts';
import { wallTime } from '#lib/format/instant.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { stages, type Stage } from '#lib/improvement/stages.ts';
import * as m from '#lib/messages/generated/messages.js';

/** The day of the business zone an instant lies in. */
export const dayOf = (f: Formats, instant: number): string => wallTime(instant, f.zone).day;

/** What each of the five steps has come to, in a few words. */
export function stageTexts(
	improvement: Improvement,
	f: Formats,
	computed = false
): readonly { readonly stage: Stage; readonly text: string }[] {
	return stages.map((stage) => ({ stage, text: texts[stage](improvement, f, computed) }));
}

type Text = (improvement: Improvement, f: Formats, computed: boolean) => string;

const texts: Readonly<Record<Stage, Text>> = {
	plan: ({ version, locked, versions }, f) => {
		const approved = versions.find((one) => one.version === version);
		return locked && approved
			? m.improvement_step_plan_locked({ version, day: f.day(dayOf(f, approved.approvedAt)) })
			: m.improvement_step_plan_open({ version });
	},
	do: ({ actions }, f) => {
		if (actions.length === 0) return m.improvement_step_do_none();
		const over = actions.filter(({ state }) => state === 'done' || state === 'waived').length;
		return m.improvement_step_do_some({ done: f.count(over), all: f.count(actions.length) });
	},
	check: ({ verdict, plan }, f, computed) => {
		if (verdict) return m.improvement_step_check_signed({ day: f.day(dayOf(f, verdict.signedAt)) });
		if (computed) return m.improvement_step_check_computed();
		return plan.checkOn === null
			? m.improvement_step_not_yet()
			: m.improvement_step_check_from({ day: f.day(plan.checkOn) });
	},
	act: ({ act, stage }) => {
		if (act) return decided[act.decision]();
		return stage === 'act' ? m.improvement_step_act_open() : m.improvement_step_not_yet();
	},
	closed: ({ stage, closedAt, cancelled }, f) => {
		if (stage !== 'closed' || closedAt === null) return m.improvement_step_not_yet();
		const day = f.day(dayOf(f, closedAt));
		return cancelled === null
			? m.improvement_step_closed({ day })
			: m.improvement_step_cancelled({ day });
	}
};

const decided = {
	standardise: m.improvement_step_act_standardise,
	next_cycle: m.improvement_step_act_next_cycle,
	stop: m.improvement_step_act_stop
} as const;
