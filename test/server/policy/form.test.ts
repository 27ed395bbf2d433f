import { describe, expect, it } from 'vitest';
import { calendarOfForm, policyOfForm } from '#lib/server/policy/form.ts';
import { presetCalendars, presetPolicies } from '#lib/server/policy/presets.ts';
import type { Policy } from '#lib/calendar/policy.ts';

const names = { en: 'Own', 'zh-CN': '自定', 'zh-TW': '自訂' };
const standing: Policy = {
	id: 'own',
	names,
	source: names,
	versions: [
		{
			from: null,
			limits: [{ stage: 'resolved', starts: 'received', value: 72, unit: 'hours', fits: {} }]
		}
	]
};
const office = presetCalendars.find(({ id }) => id === 'china-office')!;

/** A form with these fields; a list stands for a field that is there several times. */
function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
	const data = new FormData();
	for (const [name, values] of Object.entries(fields))
		for (const value of [values].flat()) data.append(name, value);
	return data;
}

type Row = readonly [stage: string, value: string, starts?: string, unit?: string, words?: string];

function policyForm(rows: readonly Row[], more: Readonly<Record<string, string>> = {}): FormData {
	return form({
		name_en: 'Own',
		from: '',
		...more,
		stage: rows.map(([stage]) => stage),
		value: rows.map(([, value]) => value),
		starts: rows.map(([, , starts]) => starts ?? 'received'),
		unit: rows.map(([, , , unit]) => unit ?? 'hours'),
		priority: rows.map(([, , , , words]) => words ?? ''),
		track: rows.map(() => ''),
		category: rows.map(() => ''),
		channel: rows.map(() => '')
	});
}

describe('a policy from a form', () => {
	it('takes limits in their order, words of either comma, and leaves rows without a value out', () => {
		const given = policyOfForm(
			policyForm([
				['resolved', ' 12 ', 'received', 'working_hours', 'P0，一级, urgent'],
				['', '5'],
				['closed', ''],
				['resolved', '1.5', 'received', 'days']
			]),
			standing
		);
		expect(given).toMatchObject({
			id: 'own',
			names: { en: 'Own', 'zh-CN': 'Own', 'zh-TW': 'Own' },
			source: names,
			versions: [
				{
					from: null,
					limits: [
						{
							stage: 'resolved',
							value: 12,
							unit: 'working_hours',
							fits: { priority: ['P0', '一级', 'urgent'] }
						},
						{ stage: 'resolved', value: 1.5, unit: 'days', fits: {} }
					]
				}
			]
		});
	});

	it('keeps the versions of other dates, in the order they hold', () => {
		const later = policyOfForm(policyForm([['resolved', '48']], { from: '2025-06-01' }), standing);
		expect(later).toHaveProperty('versions.0', standing.versions[0]);
		expect(later).toHaveProperty('versions.1.from', '2025-06-01');
		const again = policyOfForm(
			policyForm([['resolved', '24']], { from: '2025-06-01' }),
			later as Policy
		);
		expect((again as Policy).versions.map(({ limits }) => limits[0]?.value)).toEqual([72, 24]);
	});

	it('says which row holds no number above 0, counting empty rows, and gives back what was typed', () => {
		for (const wrong of ['many', '0', '-1', '100001']) {
			const given = policyOfForm(
				policyForm([
					['resolved', '12'],
					['', ''],
					['closed', wrong]
				]),
				standing
			);
			expect(given).toMatchObject({ problem: 'limits', field: 'value', row: 3 });
			expect(given).toHaveProperty('typed.value', ['12', '', wrong]);
			expect(given).toHaveProperty('typed.name_en', ['Own']);
		}
	});

	it('refuses limits of one stage counted from two points, in one version or in two', () => {
		expect(
			policyOfForm(
				policyForm([
					['resolved', '12', 'received', 'hours', 'P0'],
					['closed', '9', 'resolved'],
					['resolved', '24', 'registered']
				]),
				standing
			)
		).toMatchObject({ problem: 'starts', field: 'starts', row: 3, stage: 'resolved' });
		expect(
			policyOfForm(policyForm([['resolved', '24', 'registered']], { from: '2025-06-01' }), standing)
		).toMatchObject({ problem: 'starts', row: 1, stage: 'resolved' });
		// The only version may move its start; so may stages differ from each other.
		expect(policyOfForm(policyForm([['resolved', '24', 'registered']]), standing)).toHaveProperty(
			'versions.0.limits.0.starts',
			'registered'
		);
	});

	it('refuses a missing name and a day there is not', () => {
		expect(policyOfForm(policyForm([], { name_en: ' ' }), standing)).toHaveProperty(
			'problem',
			'name'
		);
		for (const from of ['soon', '2025-02-30'])
			expect(policyOfForm(policyForm([], { from }), standing)).toHaveProperty('problem', 'date');
	});

	it('takes every shipped policy back as it stands', () => {
		for (const policy of presetPolicies) {
			const limits = policy.versions[0]!.limits;
			const data = form({
				name_en: policy.names.en,
				'name_zh-CN': policy.names['zh-CN'],
				'name_zh-TW': policy.names['zh-TW'],
				from: '',
				stage: limits.map(({ stage }) => stage),
				value: limits.map(({ value }) => String(value)),
				starts: limits.map(({ starts }) => starts),
				unit: limits.map(({ unit }) => unit),
				priority: limits.map(({ fits }) => fits.priority?.join(', ') ?? ''),
				track: limits.map(({ fits }) => fits.track?.join(', ') ?? ''),
				category: limits.map(({ fits }) => fits.category?.join(', ') ?? ''),
				channel: limits.map(({ fits }) => fits.channel?.join(', ') ?? '')
			});
			expect(policyOfForm(data, policy)).toEqual(policy);
		}
	});
});

describe('a calendar from a form', () => {
	const fields = {
		name_en: 'Office',
		from: '',
		zone: 'Asia/Shanghai',
		public: 'china',
		mon: '13:00-18:00，09:00-12:00',
		holidays: '2026-09-30 Anniversary\n\n2026-03-02',
		make_up: '2026-10-10 Saturday [10:00-16:00]'
	};

	it('takes windows in their order, days with names, and closes weekdays left empty', () => {
		expect(calendarOfForm(form(fields), office)).toMatchObject({
			id: 'china-office',
			publicHolidays: 'china',
			weeks: [
				{
					from: null,
					week: {
						mon: [
							['09:00', '12:00'],
							['13:00', '18:00']
						]
					}
				}
			],
			holidays: [
				{ date: '2026-03-02', name: '' },
				{ date: '2026-09-30', name: 'Anniversary' }
			],
			makeUpDays: [{ date: '2026-10-10', name: 'Saturday', windows: [['10:00', '16:00']] }]
		});
		expect(calendarOfForm(form({ ...fields, public: '' }), office)).toHaveProperty(
			'publicHolidays',
			null
		);
	});

	it('says which weekday or line cannot be read, and gives back what was typed', () => {
		for (const wrong of ['nine to five', '18:00-09:00', '09:00-13:00, 12:00-18:00'])
			expect(calendarOfForm(form({ ...fields, tue: wrong }), office)).toMatchObject({
				problem: 'windows',
				field: 'tue',
				typed: { tue: [wrong] }
			});
		expect(
			calendarOfForm(form({ ...fields, holidays: '2026-09-30 One\n\n2026-02-30 None' }), office)
		).toMatchObject({ problem: 'days', field: 'holidays', row: 3 });
		expect(calendarOfForm(form({ ...fields, make_up: '10 Oct' }), office)).toMatchObject({
			problem: 'days',
			field: 'make_up',
			row: 1
		});
		expect(calendarOfForm(form({ ...fields, zone: 'Mars/Base' }), office)).toHaveProperty(
			'problem',
			'zone'
		);
		expect(calendarOfForm(form({ ...fields, from: '2025-13-01' }), office)).toHaveProperty(
			'problem',
			'date'
		);
	});
});
