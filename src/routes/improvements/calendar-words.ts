import { stageWords } from '#lib/components/improvement/words.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { Milestone, Stretch } from '#lib/improvement/timeline.ts';
import * as m from '#lib/messages/generated/messages.js';

export const stretchWords: Readonly<Record<Stretch['kind'], () => string>> = {
	plan: stageWords.plan,
	do: stageWords.do,
	transition: m.improvements_calendar_transition,
	check: stageWords.check,
	act: stageWords.act
};

export function stretchText(f: Formats, { kind, since, until }: Stretch): string {
	return m.improvements_calendar_stretch({
		stage: stretchWords[kind](),
		days: f.dayRange({ since, until })
	});
}

/** What a day of an improvement was or will be. */
export function milestoneText(f: Formats, { kind, day, days, state }: Milestone): string {
	const what =
		kind === 'sustain'
			? m.improvements_calendar_sustain({ days: days ?? 0 })
			: m[`improvements_calendar_${kind}`]();
	const words = { what, day: f.day(day) };
	if (state === 'failed') return m.improvements_calendar_failed(words);
	return state === 'late'
		? m.improvements_calendar_late(words)
		: m.improvements_calendar_done(words);
}
