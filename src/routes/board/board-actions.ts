import { redirect, type RequestEvent } from '@sveltejs/kit';
import { arranged, arrangingActs, readArrangement } from '#lib/board/arrangement.ts';
import { chartedMeasure } from '#lib/measures/charted-measure.ts';
import {
	arrangeBoard,
	boardArrangement,
	shareArrangement
} from '#lib/server/record/board-arrangements.ts';

/** Back to the board as it is being arranged, so that a reload sends nothing again. */
function back(url: URL): never {
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	redirect(303, `/board?${kept.toString()}`);
}

export const boardActions = {
	/** One tile earlier, later, hidden or shown: `act` is "earlier complaint_rate". */
	arrange: async ({ request, locals, url }: RequestEvent) => {
		const said = (await request.formData()).get('act');
		const [word, name] = typeof said === 'string' ? said.split(' ') : [];
		const act = arrangingActs.find((one) => one === word);
		const { shown, owns } = await boardArrangement(locals.person);
		if (act && name && chartedMeasure(name, owns))
			await arrangeBoard(locals.person, arranged(shown, act, name));
		back(url);
	},
	/** The whole order, as it is after a drag. */
	order: async ({ request, locals, url }: RequestEvent) => {
		const order = (await request.formData()).get('order');
		const { owns } = await boardArrangement(locals.person);
		const shown = readArrangement(typeof order === 'string' ? order.split(' ') : null, owns);
		if (shown) await arrangeBoard(locals.person, shown);
		back(url);
	},
	use_team: async ({ locals, url }: RequestEvent) => {
		await arrangeBoard(locals.person, null);
		back(url);
	},
	share: async ({ locals, url }: RequestEvent) => {
		await shareArrangement(locals.person);
		back(url);
	}
};
