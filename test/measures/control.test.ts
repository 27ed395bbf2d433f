import { describe, expect, it } from 'vitest';
import { seasonTerms } from '#lib/calendar/season-terms.ts';
import { annotationFlags } from '#lib/measures/annotations.ts';
import { judged } from '#lib/measures/control-chart.ts';
import { controlFacts } from '#lib/measures/control-facts.ts';
import { drift } from '#lib/measures/control-drift.ts';
import { rareEvents } from '#lib/measures/control-rare.ts';
import { patterns } from '#lib/measures/control-rules.ts';
import type { ControlPeriod, ControlSeries, JudgedSeries } from '#lib/measures/control-series.ts';
import { controlVerdict, meaningOf } from '#lib/measures/control-verdict.ts';
import { randomNumbers } from '../trials/random-numbers.ts';

const dayOf = (month: number): string =>
	new Date(Date.UTC(2023, month, 1)).toISOString().slice(0, 10);

function monthsOf(count: number, partial: readonly number[] = []): ControlPeriod[] {
	return Array.from({ length: count }, (_, at) => ({
		since: dayOf(at),
		until: dayOf(at + 1),
		days: new Date(Date.UTC(2023, at + 1, 0)).getUTCDate(),
		partial: partial.includes(at)
	}));
}

function individuals(values: readonly number[], partial: readonly number[] = []): ControlSeries {
	return {
		family: 'individual',
		periods: monthsOf(values.length, partial),
		amounts: values,
		sizes: values.map(() => 1),
		cases: values.map(() => 10),
		multiplier: 1
	};
}

/** Scores as a chart without season gives them, all in one phase. */
function scored(scores: readonly number[]): JudgedSeries {
	const none = scores.map(() => null);
	return {
		values: scores,
		center: none,
		lower: none,
		upper: none,
		scores,
		deviations: scores,
		phases: [scores.map((_, at) => at)],
		sigma: [1],
		enough: true
	};
}

const ten = [10, 12, 11, 13, 12, 10, 11, 12, 13, 11];

describe('a chart', () => {
	it('judges no period the log knows only a part of, and makes no limits from it', () => {
		const whole = judged(individuals(ten), { kind: 'xmr' });
		const open = judged(individuals([...ten, 1], [10]), { kind: 'xmr' });
		expect(open.scores[10]).toBeNull();
		expect(open.center[10]).toBeNull();
		expect(open.values[10]).toBe(1);
		expect(open.upper[0]).toBe(whole.upper[0]);
	});

	it('has limits of mean ± 2.66 mean moving ranges around individual values, made up for the screening', () => {
		// Mean 11.5; ranges 2 1 2 1 2 1 1 1 2, mean 13/9.
		const { center, lower, upper } = judged(individuals(ten), { kind: 'xmr' });
		expect(center[0]).toBeCloseTo(11.5, 12);
		expect(upper[0]).toBeCloseTo(11.5 + (2.66 * 13) / 9 / 0.9755, 12);
		expect(lower[0]).toBeCloseTo(11.5 - (2.66 * 13) / 9 / 0.9755, 12);
	});

	it('counts months by their days: the shorter month may have fewer', () => {
		const series: ControlSeries = {
			family: 'count',
			periods: monthsOf(12),
			amounts: monthsOf(12).map(({ days }) => days * 10),
			sizes: monthsOf(12).map(({ days }) => days),
			cases: [],
			multiplier: 1
		};
		const { center, values, scores } = judged(series, { kind: 'plain' });
		expect(center[1]).toBeCloseTo(280, 9);
		expect(values[1]).toBe(280);
		expect(scores.every((score) => Math.abs(score ?? 9) < 1e-9)).toBe(true);
	});

	it('gives each phase a centre of its own and counts nothing across its start', () => {
		const low = ten.map((value) => value - 8);
		const series = individuals([...ten, ...low]);
		const split = judged(series, { kind: 'xmr', phases: [dayOf(10)] });
		expect(split.center[9]).toBeCloseTo(11.5, 12);
		expect(split.center[10]).toBeCloseTo(3.5, 12);
		expect(patterns(split, 'western_electric')).toEqual([]);
		const one = patterns(judged(series, { kind: 'xmr' }), 'western_electric');
		expect(
			one.filter(({ kind }) => kind === 'run').map(({ from, to, side }) => [from, to, side])
		).toEqual([
			[10, 19, -1],
			[0, 9, 1]
		]);
	});

	it('makes limits from a frozen baseline alone and judges all by them', () => {
		const series = individuals([...ten, 30, 31]);
		const frozen = judged(series, {
			kind: 'xmr',
			baseline: { since: dayOf(0), until: dayOf(10) }
		});
		expect(frozen.center[11]).toBeCloseTo(11.5, 12);
		expect(patterns(frozen, 'nhs').map(({ kind, from }) => [kind, from])).toEqual([
			['beyond', 11],
			['beyond', 10]
		]);
	});

	it('says nothing of fewer than eight periods', () => {
		const { enough } = judged(individuals(ten.slice(0, 7)), { kind: 'xmr' });
		expect(enough).toBe(false);
	});
});

describe('the sets of rules', () => {
	it('mark what each of them says of the same run of nine', () => {
		const run = scored([-0.5, -0.4, 0.5, 0.2, 0.6, 0.3, 0.4, 0.7, 0.1, 0.5, 0.2, -0.3]);
		const marked = (set: Parameters<typeof patterns>[1]) =>
			patterns(run, set).map(({ kind, marked: at, from, to }) => [kind, at, from, to]);
		expect(marked('nhs')).toEqual([['run', [2, 3, 4, 5, 6, 7, 8, 9, 10], 2, 10]]);
		expect(marked('western_electric')).toEqual([['run', [9, 10], 2, 10]]);
		expect(marked('nelson')).toEqual([['run', [10], 2, 10]]);
	});

	it('tell a trend by what is left without the season, not by scores', () => {
		const scores = [0.1, -0.2, 0.3, -0.1, 0.2, -0.3, 0.1, -0.1];
		const rising = { ...scored(scores), deviations: [1, 2, 3, 4, 5, 6, 7, 8] };
		expect(patterns(rising, 'nhs').map(({ kind, side }) => [kind, side])).toEqual([['trend', 1]]);
		expect(patterns(scored(scores), 'nhs')).toEqual([]);
	});

	it('take 2 of 3 close to a limit as one pattern with its side', () => {
		const close = scored([0, 0.3, -0.2, -2.2, -0.5, -2.4, 0.4, 0.2]);
		const [pattern] = patterns(close, 'western_electric');
		expect(pattern).toMatchObject({ kind: 'two_of_three', rule: 2, from: 3, to: 5, side: -1 });
		expect(pattern?.marked).toEqual([5]);
		expect(patterns(close, 'nhs')[0]).toMatchObject({ marked: [3, 5], side: -1 });
	});
});

describe('seasons', () => {
	const random = randomNumbers(7);
	const months = monthsOf(36);
	const terms = seasonTerms(months, 'month');
	const series = (november: number, wrong = 1): ControlSeries => ({
		family: 'rate',
		periods: months,
		amounts: months.map(({ since }, at) =>
			random.poisson(400 * (since.slice(5, 7) === '11' ? november : 1) * (at === 17 ? wrong : 1))
		),
		sizes: months.map(() => 50_000),
		cases: months.map(() => 400),
		multiplier: 10_000
	});
	const wishes = { ruleSet: 'western_electric', season: 'auto', terms } as const;

	it('are taken out where they come back each year, and are then no signal', () => {
		const seasonal = series(1.6);
		const taken = controlFacts(seasonal, wishes);
		expect(taken.season).not.toBeNull();
		const novembers = [10, 22, 34];
		const beyond = (facts: typeof taken) =>
			facts.patterns.filter(({ kind }) => kind === 'beyond').flatMap(({ marked }) => marked);
		expect(beyond(taken).filter((at) => novembers.includes(at))).toEqual([]);
		const left = controlFacts(seasonal, { ...wishes, season: 'off', kind: 'plain' });
		expect(beyond(left)).toEqual(expect.arrayContaining(novembers));
	});

	it('do not learn from one month that went wrong', () => {
		const { seasonFound, patterns: found } = controlFacts(series(1.6, 2), wishes);
		// June 2024 was twice as bad; the Junes of other years keep what is usual.
		expect(seasonFound?.effects[5]).toBeGreaterThan(0.85);
		expect(seasonFound?.effects[5]).toBeLessThan(1.15);
		expect(found.some(({ kind, from }) => kind === 'beyond' && from === 17)).toBe(true);
	});

	it('are left in where none shows', () => {
		expect(controlFacts(series(1), wishes).season).toBeNull();
	});
});

describe('the verdict', () => {
	const chart = (values: readonly number[]) =>
		controlFacts(individuals(values), { ruleSet: 'nhs', season: 'off', terms: null });
	const steady = chart(ten);

	it('is an improvement only in the direction that is good', () => {
		const jumped = chart([...ten, ...ten, 25]);
		expect(controlVerdict(jumped, 'higher').variation).toBe('improving');
		expect(controlVerdict(jumped, 'lower').variation).toBe('worsening');
		expect(controlVerdict(jumped, 'neither').variation).toBe('changing');
		expect(controlVerdict(steady, 'lower').variation).toBe('nothing_special');
		expect(meaningOf(0, 'lower')).toBe('change');
	});

	it('assures a target that both limits meet, and none that both miss', () => {
		// Limits 7.66 and 15.34.
		expect(controlVerdict(steady, 'lower', 16).assurance).toBe('will_hit');
		expect(controlVerdict(steady, 'lower', 7).assurance).toBe('will_miss');
		expect(controlVerdict(steady, 'lower', 11).assurance).toBe('hit_or_miss');
		expect(controlVerdict(steady, 'higher', 7).assurance).toBe('will_hit');
		expect(controlVerdict(steady, 'higher', 16).assurance).toBe('will_miss');
		expect(controlVerdict(steady, 'higher').assurance).toBe('unknown');
	});
});

it('draws annotations of one month as one flag, and none outside the chart', () => {
	const flags = annotationFlags(
		[
			{ label: 'A', day: '2023-02-03' },
			{ label: 'B', day: '2023-02-28' },
			{ label: 'C', day: '2030-01-01' }
		],
		monthsOf(12)
	);
	expect(flags).toEqual([{ at: 1, label: 'A · B' }]);
});

describe('cumulative sums', () => {
	it('find a small lasting drift that no limit shows, and where it began', () => {
		// From place 4 on half a sigma more than the allowance each: 5 is passed at the eleventh.
		const found = drift(scored([0, 0, 0, 0, ...Array.from({ length: 12 }, () => 1)]));
		expect(found?.above.slice(3, 6)).toEqual([0, 0.5, 1]);
		expect(found?.signals[0]).toEqual({ at: 14, since: 4, side: 1 });
	});
});

describe('rare cases', () => {
	const at = (day: number, hour = 0): { instant: number; day: string } => {
		const instant = Date.UTC(2025, 0, day, hour);
		return { instant, day: new Date(instant).toISOString().slice(0, 10) };
	};

	it('are charted by the time between them, by whole days where the log has only these', () => {
		const days = [1, 3, 4, 8, 9, 9, 12, 13, 15].map((day) => at(day));
		expect(rareEvents(days)).toMatchObject({ kind: 'g', values: [2, 1, 4, 1, 0, 3, 1, 2] });
		const timed = rareEvents(days.map((one, i) => at(Number(one.day.slice(8)), i)));
		expect(timed?.kind).toBe('t');
		expect(timed?.values[0]).toBeCloseTo(2 + 1 / 24, 12);
	});

	it('are days alone too where the clock went forward between them', () => {
		// Midnights of New York: 05:00 UTC in winter, 04:00 from 9 March 2025 on.
		const days = [1, 3, 4, 8, 9, 9, 12, 13, 15].map((day) => ({
			instant: Date.UTC(2025, 2, day, day > 9 ? 4 : 5),
			day: `2025-03-${String(day).padStart(2, '0')}`
		}));
		expect(rareEvents(days)).toMatchObject({ kind: 'g', values: [2, 1, 4, 1, 0, 3, 1, 2] });
	});

	it('say nothing of fewer than nine', () => {
		expect(rareEvents([1, 2, 3, 4, 5, 6, 7, 8].map((day) => at(day)))).toBeNull();
	});
});

describe('times', () => {
	const plain = { ruleSet: 'nhs', season: 'off', terms: null } as const;

	it('are judged by their logarithms: half as long is as far off as twice as long', () => {
		const values = [100, 200, 100, 50, 100, 200, 100, 50, 100, 100];
		const { inLogs, judged: chart } = controlFacts(
			{ ...individuals(values), logarithmic: true },
			plain
		);
		expect(inLogs).toBe(true);
		expect(chart.values).toEqual(values);
		// The logarithms lie at log 100, or log 2 above it or below: eight moves of log 2 and one of none.
		expect(chart.center[0]).toBeCloseTo(100, 8);
		// Screened ranges are a little too small.
		const ranges = ((8 / 9) * Math.log(2)) / 0.9755;
		expect(chart.upper[0]).toBeCloseTo(100 * Math.exp(2.66 * ranges), 6);
		expect(chart.lower[0]).toBeCloseTo(100 / Math.exp(2.66 * ranges), 6);
		expect(chart.scores[1]).toBeCloseTo(-chart.scores[3]!, 10);
	});

	it('are judged as they are where one is 0', () => {
		const values = [100, 200, 0, 50, 100, 200, 100, 50, 100, 100];
		const own = { ...individuals(values), logarithmic: true };
		const found = controlFacts(own, plain);
		expect(found.inLogs).toBe(false);
		expect(found.judged).toEqual(judged(individuals(values), { kind: 'xmr' }));
	});
});
