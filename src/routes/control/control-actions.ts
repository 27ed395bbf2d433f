import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Person } from '#lib/server/access/person.ts';
import { annotate, removeAnnotation } from '#lib/server/record/annotations.ts';
import {
	freezeBaseline,
	releaseBaseline,
	startPhase,
	withdrawPhase,
	type ChartSubject
} from '#lib/server/record/control-limits.ts';

type Text = (name: string) => string;
type Act<P extends string> = (
	person: Person,
	text: Text
) => Promise<object | { readonly problem: P }>;

/** One act of a person from a form; afterwards one comes back to the chart, so that a reload does not send it again. */
function acting<P extends string>(act: Act<P>) {
	return async ({ request, locals, url }: RequestEvent) => {
		const form = await request.formData();
		const text: Text = (name) => {
			const value = form.get(name);
			return typeof value === 'string' ? value.trim() : '';
		};
		const result = await act(locals.person, text);
		if ('problem' in result) return fail(400, { problem: result.problem as P });
		const back = new URLSearchParams(
			[...url.searchParams].filter(([name]) => !name.startsWith('/'))
		);
		redirect(303, back.size > 0 ? `/control?${back.toString()}` : '/control');
	};
}

const chartOf = (text: Text): ChartSubject => ({
	measure: text('measure'),
	selection: text('selection')
});

export const controlActions = {
	annotate: acting((person, text) =>
		annotate(person, {
			kind: text('kind'),
			label: text('label'),
			day: text('day'),
			lastDay: text('last_day'),
			selection: text('concerns')
		})
	),
	remove_annotation: acting((person, text) => removeAnnotation(person, text('id'))),
	phase: acting((person, text) =>
		startPhase(person, chartOf(text), { day: text('day'), reason: text('reason') })
	),
	withdraw_phase: acting((person, text) => withdrawPhase(person, text('id'))),
	freeze: acting((person, text) =>
		freezeBaseline(person, chartOf(text), {
			since: text('day'),
			lastDay: text('last_day'),
			reason: text('reason')
		})
	),
	release: acting((person, text) => releaseBaseline(person, chartOf(text)))
};
