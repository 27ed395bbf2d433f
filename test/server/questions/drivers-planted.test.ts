import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { shiftDay } from '#lib/filter/codec.ts';
import { formats } from '#lib/format/formats.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import type { DriversFacts } from '#lib/server/questions/drivers-page.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { narrowedToGroup, toldOf } from '../../../src/routes/drivers/drivers-view.ts';
import {
	decompositionAnswer,
	driversLead,
	driversTitle
} from '../../../src/routes/drivers/drivers-words.ts';
import {
	allHotspots,
	decoy,
	missed,
	mixShift,
	openPlanted,
	reversal,
	type PlantedLog
} from './planted-drivers.ts';

let log: PlantedLog;
beforeAll(async () => {
	log = await openPlanted(1);
}, 120_000);
afterAll(() => log.close());

const f = formats('en', 'Asia/Shanghai');
overwriteGetLocale(() => 'en');

async function viewOf(facts: DriversFacts, filter: Partial<Filter>) {
	const wanted = { ...emptyFilter, ...filter };
	const { log: told } = await scopeOf(localPerson, wanted);
	return {
		f,
		filter: wanted,
		facts,
		days: told!.days,
		daysBefore: told!.comparison?.days ?? null,
		dataVersion: 1
	};
}

async function casesOf(filter: Filter): Promise<number> {
	const [row] = await ask(await scopeOf(localPerson, filter), caseCount);
	return row?.cases ?? 0;
}

describe('the demo log, by the drivers page', () => {
	it('has everything planted found as what it is, and nothing called a change that is chance', async () => {
		expect(await missed(log.truth)).toEqual([]);
	});

	it('says in words that no category got worse and which one grew', async () => {
		const { mix_shift: shift } = log.truth;
		const facts = await mixShift(log.truth);
		const view = await viewOf(facts, {
			period: { since: shift.after_from, until: shiftDay(shift.after_last_day, 1) },
			comparison: 'year'
		});
		const answer = decompositionAnswer(view, facts.decomposition!);
		expect(answer).toContain('No value of category got worse by more than chance.');
		expect(answer).toContain(shift.growing_category);
		expect(answer).toContain(f.points(facts.decomposition!.mixEffect));
		expect(driversTitle(view)).toMatch(/^Satisfied share fell by 7\.9 pp, most through /);
		expect(driversLead(view)).toContain(f.percent(facts.before));
	});

	it('says of the decoy month that nothing moved by more than chance', async () => {
		for (const facts of await decoy(log.truth))
			expect(driversTitle(await viewOf(facts, {}))).toMatch(/: nothing moved by more than chance$/);
	});

	it('says that inside the priorities it goes the other way', async () => {
		const facts = await reversal();
		const answer = decompositionAnswer(await viewOf(facts, {}), facts.decomposition!);
		expect(answer).toContain('Inside the values of priority it goes the other way');
	});

	it('opens exactly the cases each driver counts, now and before', async () => {
		const { mix_shift: shift } = log.truth;
		const facts = await mixShift(log.truth);
		const period = { since: shift.after_from, until: shiftDay(shift.after_last_day, 1) };
		const { daysBefore } = await viewOf(facts, { period, comparison: 'year' });
		for (const driver of facts.drivers.slice(0, 6)) {
			const opened = (days: typeof period) =>
				casesOf(toldOf(narrowedToGroup({ ...emptyFilter, period: days }, driver), 'satisfied'));
			expect(await opened(period)).toBe(driver.now.cases);
			expect(await opened(daysBefore!)).toBe(driver.before.cases);
		}
	});

	it('opens exactly the cases a hotspot counts', async () => {
		for (const spot of await allHotspots())
			expect(
				await casesOf({
					...emptyFilter,
					period: 'all',
					dimensions: { product: [spot.what], region: [spot.place] },
					within: { since: spot.firstWeek, until: shiftDay(spot.lastWeek, 7) }
				})
			).toBe(spot.cases);
	});
});
