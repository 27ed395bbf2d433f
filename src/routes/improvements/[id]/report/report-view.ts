import type { Formats } from '#lib/format/formats.ts';
import { dayOf } from '#lib/components/improvement/stage-texts.ts';
import { doubtWords } from '#lib/components/improvement/doubt-words.ts';
import { viewWords } from '#lib/components/improvement/words.ts';
import type { Improvement, SignedVerdict } from '#lib/improvement/improvement.ts';
import type { EffectView, Outcome, Verdict } from '#lib/improvement/verdict.ts';
import type { ControlMeasureId } from '#lib/measures/control-measures.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureValue } from '#lib/messages/measure-values.ts';
import { movedText, verdictTitle } from '../verdict-words.ts';

/** A row of a list of facts: its name and what is known. */
export type FactRow = readonly [name: string, text: string];

export interface ShownVerdict {
	readonly verdict: Verdict;
	readonly outcome: Outcome;
	/** Null: computed now, not signed. */
	readonly signed: SignedVerdict | null;
}

/** The verdict a report tells: the signed one, else what the data say today, else none. */
export function shownVerdict(
	{ verdict: signed }: Improvement,
	computed: Verdict | null
): ShownVerdict | null {
	if (signed) {
		const outcome = signed.override?.confirmedBy ? signed.override.outcome : signed.verdict.outcome;
		return { verdict: signed.verdict, outcome, signed };
	}
	return computed && { verdict: computed, outcome: computed.outcome, signed: null };
}

/** The verdict in one line; before it is due it is a preview and says so. */
export function verdictSentence(f: Formats, { verdict, signed }: ShownVerdict): string {
	if (verdict.due) return verdictTitle(f, verdict, signed);
	const { effect } = verdict.primary;
	return m.report_verdict_change({
		outcome: m.report_preview_word(),
		change: effect ? movedText(f, effect) : m.improvement_effects_none()
	});
}

/** The ways the change was looked at, as rows of one scale. */
export function effectRows(
	f: Formats,
	measure: ControlMeasureId,
	verdict: Verdict,
	sinceThen: EffectView | null
) {
	const views = [verdict.primary, ...verdict.others, ...(sinceThen ? [sinceThen] : [])];
	return views.map((view: EffectView, index) => ({
		id: `${index} ${view.view}`,
		name: viewWords[view.view](),
		before: view.values.before === null ? null : measureValue(f, measure, view.values.before),
		after: view.values.after === null ? null : measureValue(f, measure, view.values.after),
		effect: view.effect,
		deciding: index === 0,
		...(view.doubts.length > 0 && {
			doubt: f.list(view.doubts.map((doubt) => doubtWords[doubt]()))
		})
	}));
}

/** Who approved the plan as it stands; null where nobody has. */
export function approvalOf({ versions, version, locked }: Improvement) {
	return locked ? (versions.find((one) => one.version === version) ?? null) : null;
}

/** When, and by whom, with how sure that is. */
export function bywho(f: Formats, name: string, epoch: number): string {
	return m.report_by({
		person: name === '' ? m.shell_person_local() : name,
		day: f.day(dayOf(f, epoch))
	});
}
