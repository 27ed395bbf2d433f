import { rowsOf } from '#lib/server/warehouse/rows.ts';
import type { Scratch } from '#lib/server/warehouse/scratch.ts';

type Facts = Record<string, unknown>;

/**
 * What was planted in a demo log and how large it came out, measured on the very rows that were
 * written. For people and tests; the product never reads it. Keys are the column names of
 * `queries/demo/truth`; days are wall-clock days, last days included.
 */
export async function truthOf(
	scratch: Scratch,
	{ rows, seed }: { readonly rows: number; readonly seed: number }
): Promise<Facts> {
	const many = async (query: string) => rowsOf<Facts>(await scratch.ask(`demo/truth/${query}`));
	// A log too small to hold an effect has no row about it.
	const one = async (query: string) => (await many(query))[0] ?? null;
	const reversal = await many('reversal');
	return {
		rows,
		seed,
		zone: 'Asia/Shanghai',
		since: '2022-11-19',
		as_of: '2025-11-19T00:00:00+08:00',
		note: 'z, intervals and sizes are measured on the written log; a small log may not show an effect',
		proportions: await one('proportions'),
		categories: await many('categories'),
		weekdays: await many('weekdays'),
		seasons: await many('seasons'),
		months: await many('months'),
		events: await many('events'),
		planted: {
			improvement: await one('improvement'),
			surge: await one('surge'),
			mix_shift: { ...(await one('mix')), categories: await many('mix_categories') },
			reversal: {
				time: 'first response',
				outcome: 'satisfaction',
				stratum: 'priority',
				pooled: reversal.find((row) => row.priority === null) ?? null,
				within: reversal.filter((row) => row.priority !== null)
			},
			slow_stage: await one('slow_stage'),
			weak_team: await one('weak_team'),
			decoy: {
				...(await one('decoy')),
				cause: 'none: chance alone, so that nobody should act on it'
			}
		}
	};
}
