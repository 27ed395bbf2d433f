import type { Formats } from '#lib/format/formats.ts';
import { dayOf } from '#lib/components/improvement/stage-texts.ts';
import type { Improvement, SignedVerdict } from '#lib/improvement/improvement.ts';
import type { Outcome, Verdict } from '#lib/improvement/verdict.ts';
import * as m from '#lib/messages/generated/messages.js';
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
