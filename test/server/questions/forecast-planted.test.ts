import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { localPerson } from '#lib/server/access/person.ts';
import { ask } from '#lib/server/questions/ask.ts';
import { caseCount } from '#lib/server/questions/cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import {
	casesAt,
	yearBefore,
	type ForecastView
} from '../../../src/routes/forecast/forecast-view.ts';
import {
	backtestNote,
	forecastTitle,
	mainAnswer
} from '../../../src/routes/forecast/forecast-words.ts';
import { forecastOf, missedForecasts } from './forecast-findings.ts';
import { openPlanted, type PlantedLog } from './planted-drivers.ts';

let log: PlantedLog;
let view: ForecastView;
beforeAll(async () => {
	overwriteGetLocale(() => 'en');
	log = await openPlanted(1);
	view = {
		f: formats('en', 'Asia/Shanghai'),
		filter: emptyFilter,
		facts: await forecastOf(''),
		dataVersion: 1,
		asOf: Date.parse('2025-11-19T00:00:00+08:00')
	};
}, 120_000);
afterAll(() => log.close());

async function casesOf(filter: Filter): Promise<number> {
	const [row] = await ask(await scopeOf(localPerson, filter), caseCount);
	return row?.cases ?? 0;
}

describe('the demo log, by the forecast page', () => {
	it('has its seasons reproduced, its improvement suggested as a change and nothing in the decoy month', async () => {
		expect(await missedForecasts(log.truth)).toEqual([]);
	}, 120_000);

	it('forecasts six months from the running one, the days after the log left out', () => {
		const { past, coming, running, total } = view.facts;
		expect(past[0]?.since).toBe('2022-12-01');
		expect(past).toHaveLength(35);
		expect(running).toBe(true);
		expect(coming.map(({ since }) => since)).toEqual([
			...['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']
		]);
		expect(total.counts).toHaveLength(35);
	});

	it('says what it expects in the numbers it draws, and how the method did beside last year', () => {
		const { total, pace } = view.facts;
		const [next] = total.coming!;
		const shown = (value: number): string => Math.round(value).toLocaleString('en');
		expect(forecastTitle(view)).toBe(
			`Nov 2025: about ${shown(next!.median)} cases expected (${shown(next!.lower80)}–${shown(next!.upper80)})`
		);
		expect(mainAnswer(view)).toContain(`A year before it were ${shown(next!.lastYear!)};`);
		expect(mainAnswer(view)).toContain(`the last ${pace!.months} months were off by`);
		const naive = total.scores.find(({ method }) => method === 'seasonal_naive')!;
		expect(backtestNote(view, total)).toContain(
			`(MASE) ${total.scores[0]!.mase.toFixed(2)} against ${naive.mase.toFixed(2)} for repeating last year`
		);
	});

	it('keeps its intervals in order and above what has come', () => {
		const { total, groups } = view.facts;
		for (const count of [...total.coming!, ...groups.map(({ next }) => next)]) {
			const { median, lower80, upper80, lower95, upper95 } = count;
			const inOrder = [lower95, lower80, median, upper80, upper95];
			expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
			expect(lower95).toBeLessThan(upper95);
		}
		expect(total.coming![0]!.lower95).toBeGreaterThanOrEqual(total.seen!);
	});

	it('opens exactly the cases of the month it compares with', async () => {
		const { groups, past } = view.facts;
		const before = yearBefore(view, 0);
		expect(past[before]?.since).toBe('2024-11-01');
		const [group] = groups;
		expect(await casesOf(casesAt(view, before, group))).toBe(group!.next.lastYear);
		expect(group!.recent[0]).toBe(group!.next.lastYear);
		expect(await casesOf(casesAt(view, past.length))).toBe(view.facts.total.seen);
	});

	it('has values that add up to the total', () => {
		const { groups, total, values, few } = view.facts;
		expect(few).toBe(0);
		expect(groups).toHaveLength(values);
		const summed = groups[0]!.recent.map((_, at) =>
			groups.reduce((sum, { recent }) => sum + recent[at]!, 0)
		);
		expect(summed).toEqual(total.counts.slice(-12));
	});
});
