import { beforeAll, describe, expect, it } from 'vitest';
import {
	mean,
	median,
	minutesBetween,
	rankCorrelation,
	readLog,
	variance,
	withDemoFiles,
	type DemoLog,
	type LogRecord
} from './demo-log.ts';

/** Header of each stage the slow stage may be measured by. */
const stageHeaders: Readonly<Record<string, string>> = {
	dispatched_at: '派单时间',
	accepted_at: '部门受理时间',
	investigated_at: '调查完成时间',
	proposed_at: '提出方案时间',
	communicated_at: '告知时间',
	resolved_at: '处理完成时间'
};

const day = (record: LogRecord) => record['投诉时间']?.slice(0, 10) ?? '';
const within = (from: string, last: string) => (record: LogRecord) =>
	day(record) >= from && day(record) <= last;
const isRated = (record: LogRecord) => record['满意度'] !== '';
const score = (record: LogRecord) => Number(record['满意度']);
const satisfiedShare = (records: readonly LogRecord[]) =>
	records.filter((record) => score(record) >= 4).length / records.length;

/** Measured from the two CSV files alone; truth.json says only what to look for, and must agree. */
describe.each([1, 13, 33_333])('the demo log of 60,000 cases and seed %i', (seed) => {
	let log: DemoLog;
	let rated: readonly LogRecord[];
	beforeAll(async () => {
		log = await withDemoFiles({ rows: 60_000, seed }, readLog);
		rated = log.cases.filter(isRated);
	});

	it('has one subcategory whose rate falls from a day on while the others do not', () => {
		const { subcategory, from_day: from, rate_ratio } = log.truth.planted.improvement;
		const yearBefore = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
		const ordersOf = (keep: (day: string) => boolean) =>
			log.orders.reduce(
				(sum, row) => sum + (keep(row['日期'] ?? '') ? Number(row['订单数']) : 0),
				0
			);
		const ordersBefore = ordersOf((d) => d >= yearBefore && d < from);
		const ordersAfter = ordersOf((d) => d >= from);
		const ratio = (keep: (record: LogRecord) => boolean) => {
			const kept = log.cases.filter(keep);
			const before = kept.filter((r) => day(r) >= yearBefore && day(r) < from).length;
			const after = kept.filter((r) => day(r) >= from).length;
			const value = after / ordersAfter / (before / ordersBefore);
			return { value, high: value * Math.exp(1.96 * Math.sqrt(1 / before + 1 / after)) };
		};
		const theirs = ratio((record) => record['二级分类'] === subcategory);
		expect(theirs.high).toBeLessThan(0.7);
		expect(theirs.value).toBeCloseTo(rate_ratio, 3);
		expect(ratio((record) => record['二级分类'] !== subcategory).value).toBeGreaterThan(0.95);
	});

	it('has weeks in which one product surges in one region', () => {
		const { product, region, from_day, last_day, cases } = log.truth.planted.surge;
		const theirs = log.cases.filter((r) => r['商品'] === product && r['地区'] === region);
		const during = theirs.filter(within(from_day, last_day)).length;
		// A blank product or region hides at most an ordinary case.
		expect(Math.abs(during - cases)).toBeLessThanOrEqual(2);
		expect(during).toBeGreaterThan(50);
		// All the rest of three years has not twice as many as those weeks.
		expect(theirs.length - during).toBeLessThan(2 * during);
	});

	it('has a shift of mix that worsens the total while no category worsens', () => {
		const shift = log.truth.planted.mix_shift;
		const before = rated.filter(within(shift.before_from, shift.before_last_day));
		const after = rated.filter(within(shift.after_from, shift.after_last_day));
		const fall = satisfiedShare(after) - satisfiedShare(before);
		expect(fall / Math.sqrt(0.25 / before.length + 0.25 / after.length)).toBeLessThan(-2.5);
		expect(satisfiedShare(after)).toBeCloseTo(shift.after_satisfied_share, 3);
		const categories = new Set(before.map((record) => record['投诉类别']));
		expect(categories.size).toBe(12);
		for (const category of categories) {
			const of = (records: readonly LogRecord[]) =>
				records.filter((record) => record['投诉类别'] === category);
			expect(satisfiedShare(of(after))).toBeGreaterThanOrEqual(satisfiedShare(of(before)));
			expect(mean(of(after).map(score))).toBeGreaterThanOrEqual(mean(of(before).map(score)));
		}
	});

	it('takes no case from the categories the shift of mix does not name', () => {
		const { planted } = log.truth;
		const shift = planted.mix_shift;
		const named = [shift.growing_category, shift.shrinking_category];
		const rate = (keep: (record: LogRecord) => boolean, from: string, last: string) =>
			log.cases.filter((r) => keep(r) && within(from, last)(r)).length /
			log.orders
				.filter((row) => (row['日期'] ?? '') >= from && (row['日期'] ?? '') <= last)
				.reduce((sum, row) => sum + Number(row['订单数']), 0);
		const ratio = (keep: (record: LogRecord) => boolean) =>
			rate(keep, shift.after_from, shift.after_last_day) /
			rate(keep, shift.before_from, shift.before_last_day);
		const untouched = ratio(
			(r) =>
				!named.includes(r['投诉类别'] ?? '') &&
				r['二级分类'] !== planted.improvement.subcategory &&
				r['二级分类'] !== '功能故障'
		);
		// Some 3,000 cases each time: three standard errors are 8 %; days have a chance of their own.
		expect(untouched).toBeGreaterThan(0.91);
		expect(untouched).toBeLessThan(1.1);
		expect(ratio((r) => r['投诉类别'] === shift.growing_category)).toBeGreaterThan(2.2);
		expect(ratio((r) => r['投诉类别'] === shift.shrinking_category)).toBeLessThan(0.3);
	});

	it('relates response time and satisfaction one way in all, the other way in every priority', () => {
		const pairs = rated.map((record) => ({
			priority: record['优先级'],
			pair: [minutesBetween(record['投诉时间'], record['首次响应时间']), score(record)] as const
		}));
		const pooled = rankCorrelation(pairs.map(({ pair }) => pair));
		expect(pooled).toBeGreaterThan(0.15);
		expect(pooled).toBeCloseTo(log.truth.planted.reversal.pooled.spearman, 3);
		const strata = ['一级', '二级', '三级', '四级'].map((priority) =>
			rankCorrelation(pairs.filter((p) => p.priority === priority).map(({ pair }) => pair))
		);
		for (const [at, stratum] of strata.entries()) {
			expect(stratum).toBeLessThan(-0.15);
			expect(stratum).toBeCloseTo(log.truth.planted.reversal.within[at]?.spearman ?? NaN, 3);
		}
	});

	it('has a department that is slow in one stage', () => {
		const { department, stage, stage_from, median_hours } = log.truth.planted.slow_stage;
		const hours = (keep: (record: LogRecord) => boolean) =>
			log.cases
				.filter(keep)
				.map(
					(r) =>
						minutesBetween(r[stageHeaders[stage_from] ?? ''], r[stageHeaders[stage] ?? '']) / 60
				)
				.filter((value) => !Number.isNaN(value));
		const theirs = median(hours((record) => record['责任部门'] === department));
		expect(theirs / median(hours((record) => record['责任部门'] !== department))).toBeGreaterThan(
			2
		);
		// The file leaves some departments and end times blank, truth does not.
		expect(theirs / median_hours).toBeCloseTo(1, 1);
	});

	it('has one team of agents below the standard of the others', () => {
		const { team, agents, mean_satisfaction } = log.truth.planted.weak_team;
		const theirs = rated.filter((record) => record['班组'] === team).map(score);
		const others = rated.filter((record) => record['班组'] !== team).map(score);
		expect(new Set(log.cases.filter((r) => r['班组'] === team).map((r) => r['处理人']))).toEqual(
			new Set(agents)
		);
		const error = Math.sqrt(variance(theirs) / theirs.length + variance(others) / others.length);
		expect((mean(theirs) - mean(others)) / error).toBeLessThan(-8);
		expect(mean(theirs)).toBeCloseTo(mean_satisfaction, 3);
		const response = (keep: (record: LogRecord) => boolean) =>
			median(
				log.cases
					.filter((r) => keep(r) && r['首次响应时间'] !== '')
					.map((r) => minutesBetween(r['投诉时间'], r['首次响应时间']))
			);
		expect(response((r) => r['班组'] === team)).toBeGreaterThan(
			1.3 * response((r) => r['班组'] !== team)
		);
	});

	it('has a decoy month 2 to 2.8 standard errors below the others', () => {
		const { month, z } = log.truth.planted.decoy;
		const shift = log.truth.planted.mix_shift;
		const inShift = within(shift.after_from, shift.after_last_day);
		const theirs = rated.filter((record) => day(record).startsWith(month)).map(score);
		const others = rated
			.filter((r) => day(r) >= '2022-12-01' && day(r) < '2025-11-01')
			.filter((record) => !day(record).startsWith(month) && !inShift(record))
			.map(score);
		const measured = (mean(theirs) - mean(others)) / Math.sqrt(variance(others) / theirs.length);
		expect(measured).toBeCloseTo(z, 2);
		expect(measured).toBeLessThan(-2);
		expect(measured).toBeGreaterThan(-2.8);
	});

	it.each([
		['dissatisfied', 3],
		['less than satisfied', 4]
	])('has no more %s customers in the decoy month than chance gives', (_, below) => {
		const complete = rated.filter((r) => day(r) >= '2022-12-01' && day(r) < '2025-11-01');
		const low = (records: readonly LogRecord[]) =>
			mean(records.map((record) => (score(record) < below ? 1 : 0)));
		const theirs = complete.filter((r) => day(r).startsWith(log.truth.planted.decoy.month));
		const usual = low(complete);
		const error = Math.sqrt((usual * (1 - usual)) / theirs.length);
		expect(Math.abs(low(theirs) - usual)).toBeLessThan(1.2 * error);
	});

	it('has the seasons of three years, with more orders in campaigns and fewer at new year', () => {
		for (const { name, orders_factor } of log.truth.seasons) {
			// The first campaign is cut by the start of the log: only its quiet end is in it.
			if (name === '618' || name === '双12') expect(orders_factor).toBeGreaterThan(1.15);
			if (name === '春节') expect(orders_factor).toBeLessThan(0.95);
		}
		const names = log.truth.seasons.map((season) => season.name);
		for (const name of ['618', '双11', '春节'])
			expect(names.filter((other) => other === name).length).toBeGreaterThanOrEqual(3);
	});
});
