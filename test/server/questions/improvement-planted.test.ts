import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkOf } from '#lib/server/questions/improvement-check.ts';
import { trendOf } from '#lib/server/questions/improvement-trends.ts';
import { decoyPlan, person, planOf, yearBefore } from './improvement-demo.ts';
import { openPlanted, type PlantedLog } from './planted-drivers.ts';

let log: PlantedLog;
const check = (plan: Parameters<typeof checkOf>[1]) => checkOf(person, plan, 1);
const of = (subcategory: string): string => new URLSearchParams({ subcategory }).toString();

beforeAll(async () => {
	log = await openPlanted(1);
}, 120_000);
afterAll(() => log.close());

it('calls the planted improvement effective, by an interval that covers what was planted', async () => {
	const { subcategory, from_day, rate_ratio } = log.truth.improvement;
	const { verdict, problem } = await check(
		yearBefore(from_day, { selection: of(subcategory), target: 2 })
	);
	expect(problem).toBeNull();
	expect(verdict).toMatchObject({
		outcome: 'effective',
		due: true,
		targetReached: true,
		smallestChangeReached: true,
		seasons: false
	});
	expect(verdict?.primary.doubts).toContain('no_seasons');
	const { lower, upper } = verdict?.primary.effect ?? { lower: NaN, upper: NaN };
	expect(lower).toBeLessThan(rate_ratio);
	expect(upper).toBeGreaterThan(rate_ratio);
	expect(verdict?.casesAvoided?.lower).toBeGreaterThan(0);
	expect(verdict?.costAvoided?.value).toBeGreaterThan(0);
	expect(verdict?.others.find(({ view }) => view === 'chart_phase')?.outcome).toBe('effective');
}, 60_000);

it('takes seasons out where the baseline spans two years, and compares with another group', async () => {
	const { subcategory, rate_ratio } = log.truth.improvement;
	const plan = planOf({
		selection: of(subcategory),
		comparison: of('与描述不符'),
		method: 'difference_in_differences',
		baseline: { since: '2023-01-01', until: '2025-01-01' },
		effectiveOn: '2025-02-03',
		checkOn: '2025-09-01'
	});
	const { verdict } = await check(plan);
	expect(verdict?.primary.method).toBe('difference_in_differences');
	expect(verdict?.outcome).toBe('effective');
	const own = verdict?.others.find(({ view }) => view === 'own_change');
	expect(own?.doubts).not.toContain('no_seasons');
	expect(own?.effect?.upper).toBeGreaterThan(rate_ratio);
	expect(own?.effect?.lower).toBeLessThan(rate_ratio);
	const alone = await check({ ...plan, method: 'rate_regression' });
	expect(alone.verdict?.seasons).toBe(true);
}, 60_000);

it('does not call an improvement of an untouched subcategory effective', async () => {
	const { from_day } = log.truth.improvement;
	const { verdict } = await check(yearBefore(from_day, { selection: of('与描述不符') }));
	expect(['not_shown', 'cannot_tell']).toContain(verdict?.outcome);
}, 60_000);

it('does not call one of the decoy month effective, and shows what it would be with that month', async () => {
	const { verdict } = await check(decoyPlan(log.truth.decoy.month, 'satisfaction_mean', 'month'));
	expect(['not_shown', 'cannot_tell']).toContain(verdict?.outcome);
	const within = verdict?.others.find(({ view }) => view === 'with_excluded');
	expect(within?.values.beforePoints).toBe((verdict?.primary.values.beforePoints ?? 0) + 1);
}, 60_000);

it('cannot tell from two months after, and says how many more are needed', async () => {
	const { subcategory } = log.truth.improvement;
	const { verdict } = await check(yearBefore('2025-09-01', { selection: of(subcategory) }));
	expect(verdict?.outcome).toBe('cannot_tell');
	expect(verdict?.primary.doubts).toContain('after_short');
	expect(verdict?.morePeriods).toBeGreaterThanOrEqual(1);
}, 60_000);

it('judges times by their cases', async () => {
	const { verdict } = await check(
		yearBefore('2025-02-03', { measure: 'resolution_median', method: 'time_shift' })
	);
	expect(verdict?.primary.method).toBe('time_shift');
	const { estimate, lower, upper } = verdict?.primary.effect ?? { estimate: 0, lower: 0, upper: 0 };
	expect(lower).toBeLessThan(estimate);
	expect(upper).toBeGreaterThan(estimate);
	expect(verdict?.primary.values.before).toBeGreaterThan(60);
}, 60_000);

it('gives the same fingerprint to the same numbers', async () => {
	const plan = yearBefore('2025-02-03', { selection: of('与描述不符') });
	const [one, two] = [await check(plan), await check({ ...plan, theme: 'other words' })];
	expect(one.verdict?.fingerprint).toBe(two.verdict?.fingerprint);
	const moved = await check({ ...plan, effectiveOn: '2025-04-01' });
	expect(moved.verdict?.fingerprint).not.toBe(one.verdict?.fingerprint);
}, 60_000);

it('says what a plan cannot be checked for', async () => {
	const plan = yearBefore('2025-02-03', {});
	const problemOf = async (given: Partial<typeof plan>) =>
		(await check({ ...plan, ...given })).problem;
	expect(await problemOf({ selection: of('no such thing') })).toBe('selection_empty');
	expect(await problemOf({ selection: 'open_on=yesterday' })).toBe('selection_unreadable');
	expect(await problemOf({ baseline: null })).toBe('baseline_missing');
	expect(await problemOf({ effectiveOn: null })).toBe('effective_missing');
	expect(await problemOf({ measure: 'dissatisfied_share', selection: 'lacks=satisfaction' })).toBe(
		'measure_without_data'
	);
}, 60_000);

it('draws the last periods of every plan', async () => {
	const plan = yearBefore('2025-02-03', { selection: of('与描述不符') });
	const [one, none] = await trendOf(person, [plan, { ...plan, selection: of('no such thing') }]);
	expect(one?.periods).toHaveLength(24);
	expect(one?.side.at(-1)).toBe('partial');
	expect(one?.values.every((value) => (value ?? 0) > 0)).toBe(true);
	expect(none?.values.every((value) => value === 0)).toBe(true);
}, 60_000);
