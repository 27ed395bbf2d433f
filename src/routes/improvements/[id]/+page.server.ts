import { keepGains } from '../keep-gains.ts';
import { liveEvidence } from '#lib/server/questions/evidence.ts';
import { nextGate } from '#lib/improvement/next-gate.ts';
import { peoplesDay } from '#lib/server/improvement/peoples-day.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import { similarOf } from '#lib/server/questions/improvement-similar.ts';
import { hasTargets } from '#lib/measures/charted-measure.ts';
import { measureAlone } from '#lib/measures/own-measure.ts';
import { ownMeasures } from '#lib/server/record/own-measures.ts';
import { directory } from '#lib/server/record/people.ts';
import { found } from './asked.ts';
import { checkNow, factsOf } from './check-facts.ts';
import { noteActions } from './note-actions.ts';
import { planActions } from './plan-actions.ts';
import { shownCheck } from './shown-check.ts';
import { stageActions } from './stage-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
	const { person } = locals;
	await keepGains(request.signal);
	const { improvement, events } = await found(params.id);
	const { stage, plan } = improvement;
	const [check, evidence, people, from, similar, owns] = await Promise.all([
		checkNow(person, improvement, request.signal),
		Promise.all(
			improvement.evidence.map(async (frozen) => ({
				frozen,
				live: await liveEvidence(person, frozen, request.signal)
			}))
		),
		directory(),
		originNumber(improvement.from),
		stage === 'act' || stage === 'closed' ? similarOf(person, plan, request.signal) : [],
		ownMeasures()
	]);
	const facts = factsOf(improvement, check);
	return {
		improvement,
		events,
		check: shownCheck(check, plan),
		evidence,
		people: people.map(({ name }) => name),
		from,
		owns: owns.filter(hasTargets).map(measureAlone),
		similar,
		today: peoplesDay(),
		gate: nextGate(improvement, {
			person,
			facts,
			verdictDue: check.verdict?.due ?? false
		})
	};
};

/** The number of the improvement it follows, as people say it. */
async function originNumber(from: { kind: string; improvement?: string } | null) {
	if (!from?.improvement) return null;
	return (await allImprovements()).find(({ id }) => id === from.improvement)?.number ?? null;
}

export const actions: Actions = { ...planActions, ...stageActions, ...noteActions };
