import { beforeAll, describe, expect, it } from 'vitest';
import { formats } from '#lib/format/formats.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { controlTitle, mainAnswer } from '../../../src/routes/control/control-words.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { controlFindings, markedMonths, type ControlFindings } from '../demo/control-findings.ts';

describe('control charts of the demo log of seed 13', () => {
	let found: ControlFindings;
	beforeAll(async () => {
		found = await controlFindings(60_000, 13);
	}, 120_000);

	it('show the rates that the files give', () => {
		const { log, subcategory: facts } = found;
		const { subcategory } = log.truth.planted.improvement;
		const month = '2024-03';
		const cases = log.cases.filter(
			(row) => row['二级分类'] === subcategory && row['投诉时间']?.startsWith(month)
		).length;
		const orders = log.orders
			.filter((row) => row['日期']?.startsWith(month))
			.reduce((sum, row) => sum + Number(row['订单数']), 0);
		const at = facts.periods.findIndex(({ since }) => since.startsWith(month));
		expect(facts.chart.cases[at]).toBe(cases);
		expect(facts.chart.values[at]).toBeCloseTo((cases / orders) * 10_000, 4);
	});

	it('say that the improved subcategory has improved, in a sentence its numbers bear out', () => {
		overwriteGetLocale(() => 'en');
		const { subcategory: facts, log } = found;
		const { chart, periods } = facts;
		const { pattern, variation } = chart.verdict;
		expect(variation).toBe('improving');
		const view = { f: formats('en', 'Asia/Shanghai'), filter: emptyFilter, facts, dataVersion: 1 };
		expect(controlTitle(view)).toMatch(/^Complaint rate: a change for the better, /);
		expect(mainAnswer(view)).toContain(`of ${chart.judged} months signal`);
		// All whole months since are below the centre.
		const since = periods.flatMap(({ since: day, partial }, at) =>
			day > log.truth.planted.improvement.from_day && !partial ? [at] : []
		);
		expect(since.length).toBeGreaterThan(8);
		expect(since.every((at) => chart.values[at]! < chart.center[at]!)).toBe(true);
		expect(pattern?.side).toBe(-1);
	});

	it('do not report the decoy month', () => {
		const { month } = found.log.truth.planted.decoy;
		const marked = [found.page, found.satisfaction].flatMap(markedMonths);
		expect(marked.filter((day) => day.startsWith(month))).toEqual([]);
	});

	it('take no season for an alarm: nothing beyond a limit but in months something was planted', () => {
		const { page, log } = found;
		const { after_from, after_last_day } = log.truth.planted.mix_shift;
		const high = page.chart.patterns.filter(({ kind, side }) => kind === 'beyond' && side === 1);
		for (const { from } of high) {
			const { since, until } = page.periods[from]!;
			expect(until > after_from && since <= after_last_day).toBe(true);
		}
	});

	it('judge neither the first month nor the running one, of which the log knows a part', () => {
		const { chart, periods } = found.page;
		const partial = periods.flatMap((period, at) => (period.partial ? [at] : []));
		expect(partial).toEqual([0, periods.length - 1]);
		expect(partial.map((at) => chart.upper[at])).toEqual([null, null]);
	});
});
