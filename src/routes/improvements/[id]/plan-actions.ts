import type { Command } from '#lib/improvement/commands.ts';
import { itemOf, planEdit, planTake, rowTake, seenItem } from '#lib/improvement/forms.ts';
import { excludedRowsIn, planForms, type PlanForm } from '#lib/improvement/plan-forms.ts';
import type { ListName } from '#lib/improvement/plan.ts';
import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { hasTargets } from '#lib/measures/charted-measure.ts';
import { measureAlone, type OwnMeasure } from '#lib/measures/own-measure.ts';
import type { Improvement } from '#lib/improvement/improvement.ts';
import { ownMeasures } from '#lib/server/record/own-measures.ts';
import { acting, fieldsOf, unfinished, type Wanted } from './asked.ts';
import { checkNow, factsOf } from './check-facts.ts';

const unreadable: Wanted = { refused: ['value_unreadable'] };

const listNames: Readonly<Record<ListName, true>> = {
	whys: true,
	causes: true,
	actions: true,
	trainings: true,
	recoveries: true
};

function listOf(name: string | undefined): ListName | undefined {
	return (Object.keys(listNames) as ListName[]).find((list) => list === name);
}

/** Own measures a plan can be given, the one it holds first: it stays as the plan holds it. */
async function ownsOf({ plan }: Improvement): Promise<readonly OwnMeasure[]> {
	const held = typeof plan.measure === 'string' ? [] : [plan.measure];
	return [...held, ...(await ownMeasures()).filter(hasTargets).map(measureAlone)];
}

/** The plan and its lists, edited in place. */
export const planActions = {
	plan: acting(async ({ improvement, fields }) => {
		const form = (Object.keys(planForms) as PlanForm[]).find((name) => name === fields.part);
		if (!form) return unreadable;
		const { changes, unreadable: wrong } = planEdit(form, fields, await ownsOf(improvement));
		if (wrong.length > 0) return unreadable;
		return { command: { do: 'change_plan', changes, why: fields.why ?? '' } };
	}),
	/** One more row for days left out; what was written so far comes back with it. */
	more_days: async ({ request }: Pick<RequestEvent, 'request'>) => {
		const values = fieldsOf(await request.formData());
		const row = excludedRowsIn(values);
		return unfinished({ ...values, [`new.excluded.${row}.since`]: '' });
	},
	set_item: acting(({ fields }) => {
		const list = listOf(fields.list);
		const id = fields.id === undefined || fields.id === '' ? randomUUID() : fields.id;
		const wanted = list && itemOf(list, id, fields);
		if (!list || !wanted) return unreadable;
		const old = fields.old ? seenItem(list, fields.old) : null;
		return { command: { do: 'set_item', list, old, new: wanted } as Command };
	}),
	remove_item: acting(({ fields }) => {
		const list = listOf(fields.list);
		const old = list && seenItem(list, fields.old);
		if (!list || !old) return unreadable;
		return { command: { do: 'remove_item', list, id: old.id, old } };
	}),
	/** One's own side of a conflict, over what the other wrote. */
	take: acting(({ improvement, fields }) => {
		const change = planTake(fields);
		if (change) return { command: { do: 'change_plan', changes: [change], why: '' } };
		const command = rowTake(improvement, fields);
		return command ? { command } : unreadable;
	}),
	/** What is approved is what was seen. */
	approve: acting(async ({ improvement, person, fields, signal }) => {
		const facts = factsOf(improvement, await checkNow(person, improvement, signal));
		const seen = /^\d+$/.test(fields.seen ?? '') ? { seen: Number(fields.seen) } : {};
		return { command: { do: 'approve', ...seen }, facts };
	}),
	revise: acting(({ fields }) => ({ command: { do: 'revise', why: fields.why ?? '' } }))
};
