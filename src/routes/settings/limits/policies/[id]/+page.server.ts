import { error, fail, redirect } from '@sveltejs/kit';
import type { Policy } from '#lib/calendar/policy.ts';
import * as m from '#lib/messages/generated/messages.js';
import { arrangement, freshId, savePolicy } from '#lib/server/policy/arrangement.ts';
import { policyOfForm } from '#lib/server/policy/form.ts';
import { refused, seenSave } from '#lib/server/policy/form-problem.ts';
import { followArrangement } from '#lib/server/policy/retiming.ts';
import { log } from '#lib/server/serving/log.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const standing = await arrangement();
	const policy = standing.policies.find(({ id }) => id === params.id);
	if (!policy) error(404, m.limits_not_found());
	const wanted = url.searchParams.get('from');
	const version = policy.versions.find(({ from }) => from === wanted) ??
		policy.versions.at(-1) ?? { from: null, limits: [] };
	return {
		policy: { id: policy.id, names: policy.names, source: policy.source },
		versions: policy.versions.map(({ from }) => from),
		from: version.from,
		limits: version.limits,
		saved: standing.savedPolicies.get(policy.id) ?? null
	};
};

export const actions: Actions = {
	save: ({ request, locals, params }) =>
		change(params.id, async (policy) => {
			const sent = await request.formData();
			const given = policyOfForm(sent, policy);
			if ('problem' in given) return fail(400, given);
			if ((await savePolicy(locals.person, given, seenSave(sent))) === 'changed')
				return fail(409, refused(sent, 'changed'));
			return given.id;
		}),
	copy: ({ request, locals, params }) =>
		change(params.id, async (policy) => {
			const id = freshId(policy.id);
			const given = policyOfForm(await request.formData(), { ...policy, id });
			if ('problem' in given) return fail(400, given);
			await savePolicy(locals.person, given);
			return id;
		})
};

/** Does it to the policy as it stands, times the cases anew and comes back to it. */
async function change<T>(id: string, act: (policy: Policy) => Promise<T | string>) {
	const policy = (await arrangement()).policies.find((each) => each.id === id);
	if (!policy) error(404, m.limits_not_found());
	const result = await act(policy);
	if (typeof result !== 'string') return result;
	followArrangement().catch((failure: unknown) =>
		log.error({ err: failure }, 'the cases were not timed anew')
	);
	redirect(303, `/settings/limits/policies/${result}`);
}
