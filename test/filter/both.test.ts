import { describe, expect, it } from 'vitest';
import { bothOf } from '#lib/filter/both.ts';
import { emptyFilter, type Filter } from '#lib/filter/filter.ts';

const of = (choice: Partial<Filter>): Filter => ({ ...emptyFilter, ...choice });

describe('the cases two filters both mean', () => {
	it('are those whose values stand in both lists, and in either where only one chooses', () => {
		const one = of({ period: 'all', dimensions: { channel: ['App', 'Web'] }, scores: [1, 2] });
		const other = of({ dimensions: { channel: ['Web', 'Shop'], team: ['A'] }, states: ['open'] });
		expect(bothOf(one, other)).toEqual(
			of({
				period: 'all',
				dimensions: { channel: ['Web'], team: ['A'] },
				scores: [1, 2],
				states: ['open']
			})
		);
	});

	it('have every fact and word asked for by either, and times within both spans', () => {
		const one = of({ having: ['cost'], words: ['退款'], resolution: { from: 10, below: 90 } });
		const other = of({ having: ['satisfaction'], words: ['破损'], resolution: { below: 60 } });
		expect(bothOf(one, other)).toEqual(
			of({
				having: ['cost', 'satisfaction'],
				words: ['退款', '破损'],
				resolution: { from: 10, below: 60 }
			})
		);
	});

	it('are none where no value, score, span or fact fits both', () => {
		const web = of({ dimensions: { channel: ['Web'] } });
		expect(bothOf(web, of({ dimensions: { channel: ['App'] } }))).toBe('nothing');
		expect(bothOf(of({ scores: [1] }), of({ scores: [5] }))).toBe('nothing');
		expect(bothOf(of({ firstResponse: { below: 60 } }), of({ firstResponse: { from: 60 } }))).toBe(
			'nothing'
		);
		expect(bothOf(of({ having: ['cost'] }), of({ lacking: ['cost'] }))).toBe('nothing');
		const late = of({ limits: { resolved: ['breached'] } });
		expect(bothOf(late, of({ limits: { resolved: ['met'] } }))).toBe('nothing');
	});

	it('are not guessed at where one filter cannot say them', () => {
		expect(bothOf(of({ search: 'a' }), of({ search: 'b' }))).toBe('too_much');
		expect(bothOf(of({ search: 'a' }), of({ search: 'a' }))).toMatchObject({ search: 'a' });
		expect(bothOf(of({ load: 3 }), of({}))).toMatchObject({ load: 3 });
		const extra = (key: string, value: string) => of({ extra: { key, value } });
		expect(bothOf(extra('a', '1'), extra('b', '1'))).toBe('too_much');
		expect(bothOf(extra('a', '1'), extra('a', '2'))).toBe('nothing');
	});
});
