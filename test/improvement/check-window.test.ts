import { describe, expect, it } from 'vitest';
import type { CheckGroup } from '#lib/improvement/check-group.ts';
import { sidesOf } from '#lib/improvement/check-periods.ts';
import { sinceThen } from '#lib/improvement/check.ts';
import { group, judge, months, plan, twelve } from './check-groups.ts';

describe('sidesOf', () => {
	it('judges whole periods only: what straddles a date is on neither side', () => {
		const sides = sidesOf(
			{
				baseline: { since: '2024-02-01', until: '2024-06-15' },
				excluded: [{ since: '2024-03-31', until: '2024-04-01', reason: '' }],
				effectiveOn: '2024-08-20',
				transitionDays: 14,
				checkOn: null
			},
			months(12, true)
		);
		expect(sides.join(' ')).toBe(
			'outside baseline excluded baseline baseline outside outside transition transition after after partial'
		);
	});

	it('ends what counts as after with the check date, and counts no period that straddles it', () => {
		const windows = { baseline: null, excluded: [], effectiveOn: '2024-02-01', transitionDays: 0 };
		const of = (checkOn: string) => sidesOf({ ...windows, checkOn }, months(7, true)).join(' ');
		expect(of('2024-05-01')).toBe('outside after after after later later partial');
		expect(of('2024-05-30')).toBe('outside after after after later later partial');
		// The day itself counts: May is whole by then.
		expect(of('2024-05-31')).toBe('outside after after after after later partial');
		expect(of('2025-05-01')).toBe('outside after after after after after partial');
	});
});

describe('a verdict looked at later than on its check date', () => {
	// As chance will have it: 9 a month up to the check, then 3 a month. Waiting would make it "effective".
	const after = [9, 9, 9, 3, 3, 3, 3, 3, 3];
	const given = { checkOn: '2025-04-01', comparison: 'x' };
	const numbers = (count: number) => [
		group([...twelve, ...after].slice(0, count), Array<number>(count).fill(10_000)),
		group(Array<number>(count).fill(20), Array<number>(count).fill(10_000))
	];
	const on = (count: number) => {
		const [own, other] = numbers(count);
		return judge(given, own!, other!, 50);
	};

	it('says the same, number for number, of the same days', () => {
		const onTheDay = on(15);
		expect(onTheDay.outcome).toBe('cannot_tell');
		expect(onTheDay.primary.values).toMatchObject({ after: 9, afterPoints: 3 });
		expect(on(16)).toEqual(onTheDay);
		expect(on(21)).toEqual(onTheDay);
	});

	it('would have become effective with its window left open', () => {
		const [own, other] = numbers(21);
		expect(judge({ ...given, checkOn: null }, own!, other!).outcome).toBe('effective');
	});

	it('has what came since beside it', () => {
		const [own, other] = numbers(21);
		const whole = { ...plan, ...given };
		const told = (group: CheckGroup) =>
			sinceThen(whole, {
				own: group,
				comparison: other!,
				sides: sidesOf(whole, group.series.periods),
				costOfCase: null
			});
		expect(told(own!)).toMatchObject({
			view: 'since_then',
			outcome: 'effective',
			values: { after: 5, afterPoints: 9 }
		});
		expect(told(numbers(15)[0]!)).toBeNull();
	});
});
