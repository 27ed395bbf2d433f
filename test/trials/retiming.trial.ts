import { emptyFilter } from '#lib/filter/filter.ts';
import { writeDemoFiles } from '#lib/server/demo/write-demo-files.ts';
import { importFile } from '#lib/server/import/run.ts';
import { arrangement } from '#lib/server/policy/arrangement.ts';
import { overviewFacts } from '#lib/server/questions/overview-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { timelinessFacts } from '#lib/server/questions/timeliness-page.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { closeWarehouse, warehouse } from '#lib/server/state/state.ts';
import { retime } from '#lib/server/timing/retime.ts';
import { seeded } from '../statistics/seeded.ts';
import { DataChanged } from '#lib/server/warehouse/port.ts';
import { comparePairs } from '../server/timing/pairs.ts';
import type { Trial } from './trial.ts';

const cases = Number(process.env.RETIMING_CASES ?? 10_000_000);
const pairs = Number(process.env.RETIMING_PAIRS ?? 100_000);
const rowsOfPart = 100_000;
const tester = { id: 'trial', name: 'Trial', assurance: 'declared' } as const;
/** No page may wait longer than this while cases are timed anew. */
const longestWait = 20_000;

/** The demo's cases many times over, their limits changed, pages asked all the while. */
export const trial: Trial = {
	shows: `${cases} cases are timed anew in the background while pages answer from the old limits; ${pairs} pairs agree`,
	minutes: 20,
	async run({ folder, seed, say }) {
		const { compared, different } = await comparePairs(pairs, seed);
		say(`${compared} pairs in four calendars, ${different.length} differ`);
		if (different.length > 0) throw new Error(JSON.stringify(different.slice(0, 3)));
		process.env.REDRESS_DATA = folder;
		holdRecordInMemory();
		const store = await warehouse();
		const path = (await writeDemoFiles({ rows: rowsOfPart, seed, folder })).complaints;
		await importFile(store, { path, name: 'demo.csv', source: 'log' }, tester);
		for (let part = 1; part < cases / rowsOfPart; part++)
			await store.write(async ({ connection }) => {
				await connection.run(
					`insert into complaint select * replace ('P${part}-' || case_no as case_no)
					from complaint where case_no not like 'P%'`
				);
			});
		const scope = () => scopeOf(tester, emptyFilter);
		const before = await timelinessFacts(await scope(), { clock: 'wall', stage: 'resolved' });
		say(`${cases} cases, ${share(before?.stage?.share)} of resolutions within the limit`);
		// Another filter each time: an answer kept from before would be no measure.
		const random = seeded(seed);
		const askPage = async (turn: number) => {
			const month = 1 + Math.floor(random() * 9);
			const day = 1 + Math.floor(random() * 28);
			const period = {
				since: `2025-0${month}-${String(day).padStart(2, '0')}`,
				until: '2025-11-01'
			};
			const asked = performance.now();
			await again(async () => {
				const other = await scopeOf(tester, { ...emptyFilter, period });
				if (turn % 2 === 0) await overviewFacts(other);
				else
					await timelinessFacts(other, { clock: turn % 4 === 1 ? 'wall' : 'working', stage: null });
			});
			return performance.now() - asked;
		};
		const alone: number[] = [];
		for (let turn = 0; turn < 12; turn++) alone.push(await askPage(turn));
		say(`overview and timeliness in turn, nothing else under way: ${waitsText(alone)}`);
		const standing = await arrangement();
		let over = false;
		const began = performance.now();
		const work = retime(
			store,
			{
				...standing,
				choices: [{ source: '', policy: 'complaint-rules', calendar: 'china-office-lunch' }]
			},
			() => undefined
		).finally(() => (over = true));
		const during: number[] = [];
		let mixed = 0;
		while (!over) {
			during.push(await askPage(during.length));
			const facts = await again(async () =>
				timelinessFacts(await scope(), { clock: 'wall', stage: 'resolved' })
			);
			// Old limits until the swap, new ones after it: nothing between.
			if (!over && facts?.stage?.share !== before?.stage?.share) mixed++;
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
		await work;
		const seconds = (performance.now() - began) / 1000;
		const after = await timelinessFacts(await scope(), { clock: 'wall', stage: 'resolved' });
		say(
			`timed anew in ${Math.round(seconds)} s, ${Math.round(cases / seconds)} cases/s, now ${share(after?.stage?.share)}`
		);
		say(`the same while cases are timed anew: ${waitsText(during)}`);
		say(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
		await closeWarehouse();
		await closeRecord();
		if (after?.stage?.share === before?.stage?.share) throw new Error('the limits did not change');
		if (mixed > 1) throw new Error(`${mixed} answers rested on neither the old nor the new limits`);
		const longest = Math.max(...during);
		if (longest > longestWait) throw new Error(`a page waited ${Math.round(longest)} ms`);
	}
};

/** Asks again where the data changed in between, as every page does. */
async function again<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof DataChanged)) throw error;
		return work();
	}
}

function waitsText(waits: readonly number[]): string {
	const sorted = waits.toSorted((a, b) => a - b);
	const at = (part: number) => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
	return `asked ${waits.length} times, median ${at(0.5)} ms, p90 ${at(0.9)} ms, longest ${at(1)} ms`;
}

function share(value: number | null | undefined): string {
	return `${((value ?? Number.NaN) * 100).toFixed(1)} %`;
}
