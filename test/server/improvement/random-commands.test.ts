import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { afterEvent, replay } from '#lib/improvement/replay.ts';
import { allImprovements, improvementOf, submit } from '#lib/server/improvement/store.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { followChain, wholeRecord } from '#lib/server/record/trail.ts';
import {
	actors,
	anyCommand,
	anyPlan,
	chooser,
	hastyCommand,
	usefulCommand
} from '../../improvement/random-commands.ts';
import { wronglyPassed } from '../../improvement/wrongly-passed.ts';
import { seeded } from '../../statistics/seeded.ts';

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

const seeds = Array.from({ length: 24 }, (_, index) => index + 1);
/** Over all seeds: what the property was tried on. */
const seen = new Set<string>();

test.each(seeds)(
	'of 120 commands of seed %d none passes a gate wrongly, none is lost, and the chain holds',
	async (seed) => {
		const choose = chooser(seeded(seed));
		const owner = actors[0]!;
		const begin = async () => {
			const plan = anyPlan(choose);
			return submit(owner, null, { do: 'start', plan, evidence: [], from: null });
		};
		const begun = [await begin()];
		let { id } = begun[0]!;
		let kept = (await improvementOf(id))!;
		let written = 1;
		for (let count = 0; count < 120; count++) {
			if (kept.improvement.stage === 'closed' && choose.chance(0.4)) {
				begun.push(await begin());
				({ id } = begun.at(-1)!);
				kept = (await improvementOf(id))!;
				written++;
			}
			const before = kept;
			// Mostly what leads on, so that every gate is reached; the rest tries it too early, or anything.
			const how = choose.one([
				usefulCommand,
				usefulCommand,
				usefulCommand,
				hastyCommand,
				anyCommand
			]);
			const command = how(before.improvement, choose);
			const alone =
				how === usefulCommand && command.do !== 'confirm_override' && choose.chance(0.8);
			const person = alone ? actors[1]! : choose.one(actors);
			const { refused, conflicts } = await submit(person, id, command);
			kept = (await improvementOf(id))!;
			const added = kept.events.slice(before.events.length);
			written += added.length;

			expect(before.events.every((event, at) => kept.events[at] === event)).toBe(true);
			if (refused.length > 0) expect(added).toEqual([]);
			expect(added.map(({ person: { name } }) => name)).toEqual(added.map(() => person.name));
			for (const { yours, theirs } of conflicts) expect(yours).not.toEqual(theirs);
			for (const state of statesSince(id, before, kept)) {
				expect(wronglyPassed(state.before, state.after)).toEqual([]);
				note(state.before, state.after);
			}
			refused.forEach((refusal) => seen.add(refusal));
		}
		const all = await allImprovements();
		expect(all.map(({ number }) => number).sort()).toEqual(
			begun.map(({ number }) => number).sort()
		);
		for (const improvement of all) {
			const { events } = (await improvementOf(improvement.number))!;
			expect(improvement).toEqual(replay(improvement.id, events));
		}
		expect(await followChain(wholeRecord())).toMatchObject({ events: written, broken: null });
	}
);

type Kept = NonNullable<Awaited<ReturnType<typeof improvementOf>>>;

/** Every state between two looks: one command may write several events. */
function statesSince(
	id: string,
	before: Kept,
	after: Kept
): { readonly before: Improvement; readonly after: Improvement }[] {
	let now = before.improvement;
	return after.events.slice(before.events.length).map((event) => {
		const was = now;
		now = afterEvent(id, was, event);
		return { before: was, after: now };
	});
}

function note(before: Improvement, after: Improvement): void {
	if (before.stage !== after.stage) seen.add(`${before.stage} → ${after.stage}`);
	if (after.version > before.version) seen.add('revised');
	if (after.verdict?.override?.confirmedBy) seen.add('overridden');
	if (after.gainLost) seen.add('gain lost');
	if (after.cancelled !== null) seen.add('cancelled');
}

test('the random commands came everywhere', () => {
	const places = [
		'plan → do',
		'do → check',
		'check → act',
		'act → closed',
		'check → do',
		'act → check',
		'closed → act',
		'do → plan',
		'revised',
		'overridden',
		'gain lost',
		'cancelled',
		'approver_is_owner',
		'name_missing',
		'plan_locked',
		'baseline_short',
		'actions_open',
		'verdict_outdated',
		'data_not_there_yet',
		'second_person_needed',
		'sustain_checks_open',
		'gain_lost_undecided',
		'already_closed'
	];
	expect(places.filter((place) => !seen.has(place))).toEqual([]);
});
