import { describe, expect, it } from 'vitest';
import { csvRecords } from '#lib/import/csv-records.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import { initialDesign } from '#lib/measures/own-measure.ts';
import { readTargetRows } from '#lib/import/target-rows.ts';
import { readTargetSpan, readTargetValue } from '#lib/import/target-text.ts';

describe('a target is read as a person writes it', () => {
	it.each([
		['share', '95 %', 0.95],
		['share', '９５％', 0.95],
		['share', '95', 0.95],
		['share', '0.95', 0.95],
		['share', '0.5 %', 0.005],
		['minutes', '24 h', 1440],
		['minutes', '24小时', 1440],
		['minutes', '1小時30分', 90],
		['minutes', '90 min', 90],
		['minutes', '3天', 4320],
		['per_10000_orders', '35', 35],
		['per_10000_orders', '3.5‰', 35],
		['per_10000_orders', '0.35%', 35],
		['score', '4.5 分', 4.5],
		['cases', '1,200 件', 1200],
		['money', '¥50,000', 50_000],
		['ratio', '1.5', 1.5],
		['cases_a_day', '12/天', 12]
	] as const)('%s: %s', (unit, text, value) => {
		expect(readTargetValue(unit, text)).toEqual({ value });
	});

	it.each([
		['share', '', 'target_missing'],
		['share', '120 %', 'target_out_of_range'],
		['share', '24 h', 'unit_wrong'],
		['minutes', '24', 'unit_missing'],
		['minutes', '95 %', 'unit_wrong'],
		['minutes', 'soon', 'target_unreadable'],
		['score', '95', 'target_out_of_range'],
		['cases', '-3', 'target_out_of_range'],
		['coefficient', '0.3', 'measure_without_target']
	] as const)('%s: %s is refused: %s', (unit, text, problem) => {
		expect(readTargetValue(unit, text)).toEqual({ problem });
	});
});

describe('a span is read', () => {
	it.each([
		['month', '2025-11', 'month', '2025-11-01'],
		['月', '2025年11月', 'month', '2025-11-01'],
		['', '2025/7', 'month', '2025-07-01'],
		['quarter', '2025-11-20', 'quarter', '2025-10-01'],
		['季度', '2025Q4', 'quarter', '2025-10-01'],
		['', '2025-Q2', 'quarter', '2025-04-01'],
		['', '2025年第三季度', 'quarter', '2025-07-01'],
		['year', '2025-05-01', 'year', '2025-01-01'],
		['', '2025', 'year', '2025-01-01']
	] as const)('%s %s', (word, text, span, since) => {
		expect(readTargetSpan(word, text)).toEqual({ span, since });
	});

	it.each([
		['week', '2025-11'],
		['month', '2025'],
		['month', '2025-13'],
		['', '2025-11-20'],
		['month', '2025-02-30'],
		['month', 'Nov'],
		['month', '']
	])('%s %s is refused', (word, text) => {
		expect(readTargetSpan(word, text)).toEqual({ problem: 'span_unreadable' });
	});
});

describe('a file of targets', () => {
	const names = {
		measures: new Map<string, ChartedMeasure>([['满意率', 'satisfied_share']]),
		dimensions: new Map([['责任部门', 'department']])
	};

	it('is read with its line numbers, quotes and delimiters', () => {
		expect(csvRecords('a;b\r\n"x\ny";"1""2"\n\n;\nlast;"open')).toEqual([
			{ line: 1, cells: ['a', 'b'] },
			{ line: 2, cells: ['x\ny', '1"2'] },
			{ line: 6, cells: ['last', 'open'] }
		]);
	});

	it('keeps the good rows and tells of each bad one its line and reason', () => {
		const text = [
			'指标,维度,取值,周期,起始,目标',
			'满意率,责任部门,物流,月,2025-11,95 %',
			'first_response_median,,,quarter,2025Q4,24 h',
			'first_response_median,,,month,2025-11,24',
			'happiness,,,month,2025-11,3',
			'满意率,责任部门,,month,2025-11,95%',
			'满意率,colour,red,month,2025-11,95%',
			'满意率,责任部门,物流,month,2025-11-30,90 %'
		].join('\n');
		const read = readTargetRows(text, names);
		expect(read.good).toEqual([
			{
				line: 2,
				target: {
					measure: 'satisfied_share',
					scope: { dimension: 'department', value: '物流' },
					span: 'month',
					since: '2025-11-01',
					value: 0.95
				}
			},
			{
				line: 3,
				target: {
					measure: 'first_response_median',
					scope: null,
					span: 'quarter',
					since: '2025-10-01',
					value: 1440
				}
			}
		]);
		expect(read.bad.map(({ line, problem, text: said }) => [line, problem, said])).toEqual([
			[4, 'unit_missing', '24'],
			[5, 'measure_unknown', 'happiness'],
			[6, 'value_missing', '责任部门'],
			[7, 'dimension_unknown', 'colour'],
			[8, 'said_twice', '满意率']
		]);
	});

	it('reads own measures by name or id, and refuses those without a good end', () => {
		const own = { ...initialDesign, id: 'own-1', name: '差评率', better: 'lower' } as const;
		const neither = { ...own, id: 'own-2', name: '占比', better: 'neither' } as const;
		const measures = new Map<string, ChartedMeasure>([
			['差评率', own],
			['own-1', own],
			['占比', neither]
		]);
		const text = 'measure,since,target\n差评率,2025-11,5 %\nown-1,2025-12,4 %\n占比,2025-11,5 %';
		const read = readTargetRows(text, { ...names, measures });
		expect(read.good.map(({ target }) => [target.measure, target.value])).toEqual([
			[own, 0.05],
			[own, 0.04]
		]);
		expect(read.bad.map(({ line, problem }) => [line, problem])).toEqual([
			[4, 'measure_without_target']
		]);
	});

	it('says which columns it lacks', () => {
		expect(readTargetRows('measure,target\nx,1', names).missing).toEqual(['since']);
	});
});
