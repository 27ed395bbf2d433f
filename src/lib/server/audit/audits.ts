import type { Answered, AnsweredBody, Answers, Audit, DrawnBody } from '#lib/audit/audit.ts';
import { verdicts } from '#lib/audit/audit.ts';
import type { Person } from '#lib/server/access/person.ts';
import { appendEvent, eventsOf } from '#lib/server/record/record.ts';
import { checklistOf } from './checklists.ts';
import { inTurn } from './in-turn.ts';

/** Every audit, the latest first. */
export async function audits(): Promise<readonly Audit[]> {
	const all = new Map<string, Audit>();
	const events = await eventsOf<DrawnBody | AnsweredBody>(['audit_drawn', 'audit_answered']);
	for (const { kind, subject: number, body, person, happenedAt } of events) {
		if (kind === 'audit_drawn') {
			const drawn = body as DrawnBody;
			const by = { drawnBy: person.name, drawnAt: happenedAt };
			all.set(number, { ...drawn, number, ...by, answered: [] });
			continue;
		}
		const audit = all.get(number);
		if (!audit) continue;
		const { id, name } = person;
		const said: Answered = {
			...(body as AnsweredBody),
			auditor: { id, name },
			at: happenedAt
		};
		const others = audit.answered.filter(
			(one) => one.place !== said.place || one.auditor.id !== id
		);
		all.set(number, { ...audit, answered: [...others, said] });
	}
	return [...all.values()].reverse();
}

export async function auditOf(number: string): Promise<Audit | null> {
	return (await audits()).find((audit) => audit.number === number) ?? null;
}

/**
 * Keeps what was drawn, with its seed and cases.
 *
 * @param year of the day it is for people
 * @returns its number
 */
export function keepDraw(person: Person, drawn: DrawnBody, year: string): Promise<string> {
	return inTurn(async () => {
		const used = (await audits())
			.map(({ number }) => number.split('-'))
			.filter(([of]) => of === year)
			.map(([, place]) => Number(place));
		const number = `${year}-${String(Math.max(0, ...used) + 1).padStart(2, '0')}`;
		await appendEvent(person, 'audit_drawn', number, drawn);
		return number;
	});
}

export type AnswerProblem = 'no_such_case' | 'unanswered' | 'note_missing';

/** What was sent for one item; anything but a known verdict counts as not answered. */
export interface GivenAnswer {
	readonly verdict: string;
	readonly note: string;
}

/** Keeps one auditor's answers about one case. What does not conform needs a note. */
export async function answerCase(
	person: Person,
	number: string,
	place: number,
	given: Readonly<Record<string, GivenAnswer>>
): Promise<AnswerProblem | null> {
	const audit = await auditOf(number);
	const checklist = audit && (await checklistOf(audit.checklist.id, audit.checklist.version));
	if (!audit?.cases[place - 1] || !checklist) return 'no_such_case';
	const answers: Record<string, Answers[string]> = {};
	for (const { id } of checklist.items) {
		const verdict = verdicts.find((one) => one === given[id]?.verdict);
		const note = (given[id]?.note ?? '').trim().slice(0, 1_000);
		if (!verdict) return 'unanswered';
		if (verdict === 'does_not' && note === '') return 'note_missing';
		answers[id] = { verdict, note };
	}
	const body: AnsweredBody = { place, answers };
	await appendEvent(person, 'audit_answered', number, body);
	return null;
}
