import { beforeAll, describe, expect, it } from 'vitest';
import { mean, readLog, withDemoFiles, type DemoLog, type LogRecord } from './demo-log.ts';

/** Header of each dimension an event may touch. */
const headers: Readonly<Record<string, string>> = {
	category: '投诉类别',
	subcategory: '二级分类',
	product: '商品',
	region: '地区',
	department: '责任部门',
	team: '班组'
};

const day = (record: LogRecord) => record['投诉时间']?.slice(0, 10) ?? '';

describe('what truth.json says of months', () => {
	let log: DemoLog;
	beforeAll(async () => {
		log = await withDemoFiles({ rows: 60_000, seed: 7 }, readLog);
	});

	it('names every month of the log once, in order, with the seasons that have days in it', () => {
		const months = log.truth.months.map(({ month }) => month);
		expect(months).toEqual([...new Set(log.cases.map((r) => day(r).slice(0, 7)))].sort());
		for (const season of log.truth.seasons)
			for (const month of season.months)
				expect(log.truth.months.find((one) => one.month === month)?.seasons).toContain(season.name);
	});

	it('says of a month without a season that it is as without one, and of others what is measured', () => {
		const perDay = (month: string) => {
			const days = log.cases.map(day).filter((one) => one.startsWith(month));
			return days.length / new Set(days).size;
		};
		for (const { month, seasons, complaints_factor } of log.truth.months) {
			if (seasons.length === 0) expect(complaints_factor).toBe(1);
			const [year, number] = month.split('-');
			if (number !== '06') continue;
			const around = mean([perDay(`${year}-05`), perDay(`${year}-07`)]);
			// Deliveries come on top; some 1,500 cases a month.
			expect(Math.abs(perDay(month) / around / complaints_factor - 1)).toBeLessThan(0.25);
			expect(complaints_factor).toBeGreaterThan(1.25);
		}
	});

	it('counts in each event the cases a reader of the file finds', () => {
		expect(new Set(log.truth.events.map(({ event }) => event))).toEqual(
			new Set(['improvement', 'surge', 'mix_shift', 'decoy', 'slow_stage', 'weak_team'])
		);
		for (const told of log.truth.events) {
			const has = (record: LogRecord, dimension: string | null, value: string | null) =>
				dimension === null || record[headers[dimension] ?? ''] === value;
			const found = log.cases.filter(
				(r) =>
					day(r) >= told.first_day &&
					day(r) <= told.last_day &&
					has(r, told.dimension, told.value) &&
					has(r, told.second_dimension, told.second_value)
			).length;
			// The file leaves some fields blank, truth does not.
			expect(found).toBeLessThanOrEqual(told.cases);
			expect(told.cases - found).toBeLessThanOrEqual(Math.max(3, 0.06 * told.cases));
		}
	});

	it('lets an event begin in one month, with the days of the planted effect', () => {
		const { improvement, surge, mix_shift: shift } = log.truth.planted;
		const spans: Readonly<Record<string, readonly [string, string | null]>> = {
			improvement: [improvement.from_day, null],
			surge: [surge.from_day, surge.last_day],
			mix_shift: [shift.after_from, shift.after_last_day]
		};
		for (const [event, [from, last]] of Object.entries(spans)) {
			const told = log.truth.events.filter((one) => one.event === event);
			const begin = told.filter(({ begins }) => begins).map(({ month }) => month);
			expect(new Set(begin)).toEqual(new Set([from.slice(0, 7)]));
			expect(told[0]?.first_day).toBe(from);
			expect(told.at(-1)?.last_day).toBe(last ?? '2025-11-18');
			for (const { month, first_day } of told) expect(first_day.slice(0, 7)).toBe(month);
		}
		expect(log.truth.events.filter(({ month }) => month === null).length).toBe(
			log.truth.events.filter(({ kind }) => kind === 'standing').length
		);
	});
});
