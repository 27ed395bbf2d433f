import { describe, expect, it } from 'vitest';
import { isRunning, resolveComparison, resolvePeriod, shiftMonth } from '#lib/filter/period.ts';

const log = { firstDay: '2023-01-01', asOfDay: '2025-11-18' };
const range = (since: string, until: string) => ({ since, until });

describe('a period', () => {
	it.each([
		['this-month', '2025-11-01', '2025-11-19'],
		['last-month', '2025-10-01', '2025-11-01'],
		['this-quarter', '2025-10-01', '2025-11-19'],
		['this-year', '2025-01-01', '2025-11-19'],
		['recent', '2024-12-01', '2025-11-19'],
		['whole-months', '2024-11-01', '2025-11-01'],
		['all', '2023-01-01', '2025-11-19']
	] as const)('%s runs from %s up to %s, judged at the as-of day', (period, since, until) => {
		expect(resolvePeriod(period, log)).toEqual(range(since, until));
	});

	it('does not begin before the log does', () => {
		const short = { firstDay: '2023-07-28', asOfDay: '2023-08-31' };
		expect(resolvePeriod('recent', short)).toEqual(range('2023-07-28', '2023-09-01'));
	});

	it('counts the as-of month as whole when the log ends with it', () => {
		expect(resolvePeriod('whole-months', { ...log, asOfDay: '2025-10-31' })).toEqual(
			range('2024-11-01', '2025-11-01')
		);
	});

	it('ends with the as-of day when its own days go on, so that a running month stays one', () => {
		const november = resolvePeriod(range('2025-11-01', '2025-12-01'), log);
		expect(november).toEqual(range('2025-11-01', '2025-11-19'));
		expect(isRunning(november, log)).toBe(true);
		expect(resolveComparison('year', november, log)?.days).toEqual(
			range('2024-11-01', '2024-11-19')
		);
		// Days the log has not reached stay as they were asked for.
		expect(resolvePeriod(range('2026-01-01', '2026-02-01'), log)).toEqual(
			range('2026-01-01', '2026-02-01')
		);
	});

	it('is running while its month is not over', () => {
		expect(isRunning(range('2025-11-01', '2025-11-19'), log)).toBe(true);
		expect(isRunning(range('2024-11-01', '2025-11-01'), log)).toBe(false);
	});
});

describe('a comparison', () => {
	it('takes as many days of the month before as the running month has', () => {
		expect(resolveComparison('previous', range('2025-11-01', '2025-11-19'), log)).toEqual({
			kind: 'previous',
			days: range('2025-10-01', '2025-10-19')
		});
	});

	it('takes whole months before whole months, whatever their length', () => {
		expect(resolveComparison('previous', range('2025-03-01', '2025-04-01'), log)?.days).toEqual(
			range('2025-02-01', '2025-03-01')
		);
	});

	it('takes the same days of last year', () => {
		expect(resolveComparison('year', range('2024-02-01', '2024-03-01'), log)?.days).toEqual(
			range('2023-02-01', '2023-03-01')
		);
		expect(resolveComparison('year', range('2024-02-29', '2024-03-05'), log)?.days).toEqual(
			range('2023-02-28', '2023-03-05')
		);
	});

	it('takes the days before a stretch that does not begin with a month', () => {
		expect(resolveComparison('previous', range('2025-11-10', '2025-11-17'), log)?.days).toEqual(
			range('2025-11-03', '2025-11-10')
		);
	});

	it('says nothing of days before the log, whoever asks for them', () => {
		const first = range('2023-01-01', '2024-01-01');
		expect(resolveComparison('year', first, log)).toBeNull();
		expect(resolveComparison('previous', first, log)).toBeNull();
	});

	it('prefers last year, falls back to the days before, and says nothing where the log has neither', () => {
		const young = { firstDay: '2025-08-01', asOfDay: '2025-11-18' };
		const november = range('2025-11-01', '2025-11-19');
		expect(resolveComparison('auto', november, log)?.kind).toBe('year');
		expect(resolveComparison('auto', november, young)?.kind).toBe('previous');
		expect(resolveComparison('auto', november, { ...young, firstDay: '2025-10-20' })).toBeNull();
		expect(resolveComparison('none', november, log)).toBeNull();
	});
});

describe('shifting months', () => {
	it('stays inside the month it reaches', () => {
		expect(shiftMonth('2024-03-31', -1)).toBe('2024-02-29');
		expect(shiftMonth('2025-01-31', 1)).toBe('2025-02-28');
		expect(shiftMonth('2025-01-15', -13)).toBe('2023-12-15');
	});
});
