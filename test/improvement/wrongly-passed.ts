import type { Improvement } from '#lib/improvement/improvement.ts';
import { stages } from '#lib/improvement/stages.ts';

/**
 * What was passed wrongly between two states of an improvement that follow each other, said anew from the
 * words of issue 4 and without any code of the product.
 */
export function wronglyPassed(before: Improvement, after: Improvement): string[] {
	const wrong: string[] = [];
	const must = (holds: boolean, what: string) => {
		if (!holds) wrong.push(what);
	};
	const name = (text: string) => text.trim();
	const step = stages.indexOf(after.stage) - stages.indexOf(before.stage);
	const { plan } = after;

	if (!before.locked && after.locked) {
		const approved = after.versions.at(-1)!;
		must(approved.version === after.version, 'approved another version');
		must(same(approved.plan, before.plan), 'approved another plan');
		must(name(approved.approvedBy.name) !== '', 'approved by nobody');
		must(name(approved.approvedBy.name) !== name(plan.owner), 'approved by its owner');
		must(plan.theme.trim() !== '' && plan.owner.trim() !== '', 'approved without theme or owner');
		must(plan.target !== null, 'approved without target');
		must((plan.smallestChange ?? 0) > 0, 'approved without smallest change');
		const { baseline, effectiveOn, checkOn, targetOn } = plan;
		must(baseline !== null && effectiveOn !== null && checkOn !== null, 'approved without days');
		must(baseline!.since < baseline!.until, 'baseline ends before it begins');
		must(baseline!.until <= effectiveOn!, 'baseline runs into the effect');
		must(effectiveOn! < checkOn!, 'checked before the effect');
		must(targetOn === null || targetOn >= effectiveOn!, 'target before the effect');
		// Of the baselines tried only the one of thirteen months less one has twelve points.
		must(plan.trialLimits || baseline!.since === '2024-01-01', 'short baseline unsaid');
		must(
			plan.method !== 'difference_in_differences' || plan.comparison !== '',
			'compared with nothing'
		);
		must(plan.comparison === '' || plan.comparison !== plan.selection, 'compared with itself');
		must(
			after.actions.length > 0 && after.actions.every(({ who, due }) => who && due),
			'approved without actions, or with one of nobody or without day'
		);
		must(
			after.causes.some(({ state }) => state === 'confirmed') ||
				after.whys.some(({ root }) => root),
			'approved without a cause'
		);
	}
	must(
		!before.locked || after.locked || after.version === before.version + 1,
		'unlocked in silence'
	);
	must(!after.locked || !before.locked || same(before.plan, plan), 'a locked plan changed');
	must(
		!after.locked || !before.locked || same(approvedOf(before), approvedOf(after)),
		'causes or countermeasures of a locked plan changed'
	);
	for (const kept of before.versions) {
		const still = after.versions.find(({ version }) => version === kept.version);
		must(same(still?.plan, kept.plan), 'an approved version changed');
		must(
			kept.version === after.version || same(still?.verdict, kept.verdict),
			'the verdict of an earlier version changed'
		);
	}

	const reopened = after.gainLost && !before.gainLost;
	const cancelled = after.cancelled !== null && before.cancelled === null;
	if (step !== 0 && !reopened && !cancelled) {
		must(before.stage !== 'closed', 'a closed one moved');
		const revised = after.version === before.version + 1;
		must(revised || Math.abs(step) === 1, 'a step was left out');
		must(after.stage !== 'plan' || revised, 'back to the plan without a next version');
		if (after.stage === 'do' && step > 0) must(before.locked, 'carried out without approval');
		if (after.stage === 'check' && step > 0)
			must(
				before.actions.length > 0 &&
					before.actions.every(
						({ state, note }) => state === 'done' || (state === 'waived' && note.trim() !== '')
					),
				'checked with actions open'
			);
		if (after.stage === 'act' && step > 0)
			must(
				before.verdict?.verdict.due === true &&
					before.verdict.verdict.planVersion === before.version,
				'acted on without a verdict of this version'
			);
		if (after.stage === 'closed') {
			const standard = before.act?.decision === 'standardise';
			must(before.act !== null, 'closed undecided');
			must(!before.gainLost, 'closed with a lost gain nobody decided on');
			must(standard || before.act?.why.trim() !== '', 'closed without a reason');
			must(!standard || before.act?.document !== '', 'standard without a document');
			must(!standard || before.trainings.every(({ tookOn }) => tookOn), 'trainings not taken');
			must(!standard || before.recoveries.length > 0, 'customers forgotten');
			must(
				!standard || new Set(before.sustain.map(({ days }) => days)).size === 3,
				'not sustained'
			);
		}
	}
	must(
		!reopened || (after.stage === 'act' && before.verdict !== null),
		'reopened without a verdict'
	);
	must(
		after.verdict === null ||
			(after.verdict.verdict.due && after.verdict.verdict.planVersion === after.version),
		'a preview, or the verdict of another version, stands as verdict'
	);
	must(
		before.verdict === null ||
			after.version !== before.version ||
			same(after.verdict?.verdict, before.verdict.verdict),
		'signed a second time under one version'
	);
	must(
		(after.stage !== 'check' && after.stage !== 'act') ||
			after.actions.every(({ state }) => state === 'done' || state === 'waived'),
		'an action is open where it was carried out'
	);
	const override = after.verdict?.override;
	must(
		!override?.confirmedBy ||
			(name(override.confirmedBy.name) !== name(override.askedBy.name) &&
				name(override.confirmedBy.name) !== '' &&
				override.why.trim() !== ''),
		'overridden by one person, or without a reason'
	);
	return wrong;
}

/** Causes, and countermeasures without how they get on. */
function approvedOf({ causes, whys, actions }: Improvement): unknown {
	const asked = actions.map(({ id, what, why, who, where, due, how }) => {
		return [id, what, why, who, where, due, how];
	});
	return [causes, whys, asked];
}

function same(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
