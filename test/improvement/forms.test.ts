import { describe, expect, it } from 'vitest';
import type { Improvement } from '#lib/improvement/improvement.ts';
import {
	itemOf,
	mentionsIn,
	planEdit,
	planTake,
	rowTake,
	seenItem,
	selectionIn,
	type Fields
} from '#lib/improvement/forms.ts';
import { written } from '#lib/improvement/plan-forms.ts';

const old = (fields: Readonly<Record<string, unknown>>): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([field, value]) => [`old.${field}`, JSON.stringify(value)])
	);
const changeOf = (edit: ReturnType<typeof planEdit>, field: string) =>
	edit.changes.find((change) => change.field === field);

describe('a form of the plan', () => {
	const target = {
		target: 0.2,
		targetOn: null,
		smallestChange: 0.05,
		cost: null,
		benefit: 420_000
	};

	it('reads targets and least changes of shares in percent, with what was seen beside them', () => {
		const edit = planEdit('target', {
			...old(target),
			in: 'satisfied_share',
			'new.target': '62.5 %',
			'new.smallestChange': '7',
			'new.targetOn': '2025-09-30',
			'new.cost': '180,000',
			'new.benefit': ''
		});
		expect(edit.unreadable).toEqual([]);
		expect(changeOf(edit, 'target')).toEqual({ field: 'target', old: 0.2, new: 0.625 });
		expect(changeOf(edit, 'smallestChange')?.new).toBe(0.07);
		expect(changeOf(edit, 'targetOn')?.new).toBe('2025-09-30');
		expect(changeOf(edit, 'cost')?.new).toBe(180_000);
		expect(changeOf(edit, 'benefit')).toEqual({ field: 'benefit', old: 420_000, new: null });
	});

	it('leaves a rate as it is written, and sends back unchanged what nobody touched', () => {
		const edit = planEdit('target', {
			...old(target),
			in: 'complaint_rate',
			'new.target': written(0.2),
			'new.smallestChange': written(0.05, 100),
			'new.benefit': written(420_000)
		});
		for (const change of edit.changes) expect(change.new).toEqual(change.old);
	});

	it('names the fields it cannot read: a day there is not, a number that is none', () => {
		const dates = { effectiveOn: null, transitionDays: 0, checkOn: null };
		expect(
			planEdit('dates', {
				...old(dates),
				'new.effectiveOn': '2025-02-30',
				'new.transitionDays': 'soon',
				'new.checkOn': '2025-09-01'
			}).unreadable
		).toEqual(['effectiveOn', 'transitionDays']);
		expect(planEdit('dates', { 'new.checkOn': '2025-09-01' }).unreadable).toContain('checkOn');
	});

	it('takes days as people say them, the last one included', () => {
		const edit = planEdit('baseline', {
			...old({ baseline: null, excluded: [], trialLimits: false }),
			'new.baseline.since': '2024-01-01',
			'new.baseline.last': '2024-12-31',
			'new.excluded.1.since': '2024-11-04',
			'new.excluded.1.last': '2024-11-17',
			'new.excluded.1.reason': 'opened it',
			'new.trialLimits': 'on'
		});
		expect(changeOf(edit, 'baseline')?.new).toEqual({ since: '2024-01-01', until: '2025-01-01' });
		expect(changeOf(edit, 'excluded')?.new).toEqual([
			{ since: '2024-11-04', until: '2024-11-18', reason: 'opened it' }
		]);
		expect(changeOf(edit, 'trialLimits')?.new).toBe(true);
	});

	it('leaves out as many stretches of days as were entered, however many', () => {
		const rows = [1, 2, 3, 4, 5].map((day) => ({
			[`new.excluded.${day - 1}.since`]: `2024-11-0${day}`,
			[`new.excluded.${day - 1}.last`]: `2024-11-0${day}`
		}));
		const edit = planEdit('baseline', {
			...old({ baseline: null, excluded: [], trialLimits: false }),
			...Object.assign({}, ...rows)
		});
		expect(changeOf(edit, 'excluded')?.new).toHaveLength(5);
	});

	it('refuses a first day without a last one', () => {
		const edit = planEdit('baseline', {
			...old({ baseline: null, excluded: [], trialLimits: false }),
			'new.baseline.since': '2024-01-01'
		});
		expect(edit.unreadable).toEqual(['baseline']);
	});

	it('keeps the cases that were seen while no address is pasted, and takes what is pasted', () => {
		const seen = old({
			measure: 'complaints',
			selection: 'category=a',
			comparison: 'category=b',
			step: 'month',
			method: 'rate_regression'
		});
		const fields = {
			...seen,
			'new.measure': 'complaints',
			'new.step': 'month',
			'new.method': 'rate_regression'
		};
		const kept = planEdit('measure', fields);
		expect(changeOf(kept, 'selection')?.new).toBe('category=a');
		expect(changeOf(kept, 'comparison')?.new).toBe('category=b');
		const none = planEdit('measure', { ...fields, 'new.comparison.none': 'on' });
		expect(changeOf(none, 'comparison')?.new).toBe('');
		const pasted = planEdit('measure', {
			...fields,
			'new.comparison.none': 'on',
			'new.comparison': 'http://localhost/cases?category=c&period=all'
		});
		expect(changeOf(pasted, 'comparison')?.new).toBe('category=c');
	});
});

it('reads which cases an address means without its days, and none out of what is no address', () => {
	expect(selectionIn('/categories?category=退款&period=last-month#chart')).toBe(
		new URLSearchParams({ category: '退款' }).toString()
	);
	expect(selectionIn('refunds')).toBeNull();
});

it('reads rows of lists by their shapes', () => {
	expect(itemOf('causes', 'c1', { branch: 'machine', text: 'belt', state: 'confirmed' })).toEqual({
		id: 'c1',
		branch: 'machine',
		text: 'belt',
		evidence: '',
		state: 'confirmed'
	});
	expect(itemOf('causes', 'c1', { branch: 'weather', text: 'rain' })).toBeNull();
	expect(itemOf('actions', 'a1', { what: 'do it', due: '2025-02-30' })).toBeNull();
	expect(itemOf('recoveries', 'r1', { what: 'apology', cases: '12' })?.cases).toBe(12);
	expect(seenItem('whys', 'not json')).toBeNull();
});

it('names the people a comment points it out to', () => {
	expect(mentionsIn('@周婷 and @Li please', ['周婷', 'Li', 'Wang'])).toEqual(['周婷', 'Li']);
});

describe('taking one’s own side of a conflict', () => {
	const why = { id: 'w1', text: 'theirs', evidence: 'kept', root: false };
	const improvement = {
		whys: [why],
		causes: [],
		actions: [],
		trainings: [],
		recoveries: []
	} as unknown as Improvement;

	it('changes the field from what the other wrote', () => {
		expect(planTake({ what: 'theme', yours: '"mine"', theirs: '"theirs"' })).toEqual({
			field: 'theme',
			old: 'theirs',
			new: 'mine'
		});
		expect(planTake({ what: 'theme', yours: '5', theirs: '"theirs"' })).toBeNull();
	});

	it('changes one field of a row and leaves the others as they are now', () => {
		expect(rowTake(improvement, { what: 'whys.w1.text', yours: '"mine"' })).toEqual({
			do: 'set_item',
			list: 'whys',
			old: why,
			new: { ...why, text: 'mine' }
		});
	});

	it('writes a row again that somebody removed, and removes one that somebody changed', () => {
		const mine = { id: 'w2', text: 'mine', evidence: '', root: false };
		expect(rowTake(improvement, { what: 'whys.w2', yours: JSON.stringify(mine) })).toEqual({
			do: 'set_item',
			list: 'whys',
			old: null,
			new: mine
		});
		expect(rowTake(improvement, { what: 'whys.w1', yours: 'null' })).toEqual({
			do: 'remove_item',
			list: 'whys',
			id: 'w1',
			old: why
		});
		expect(rowTake(improvement, { what: 'nothing.w1', yours: 'null' })).toBeNull();
	});
});
