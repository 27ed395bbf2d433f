import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { selectionKey } from '#lib/filter/selection-key.ts';
import { annotate, annotations, removeAnnotation } from '#lib/server/record/annotations.ts';
import {
	baselines,
	freezeBaseline,
	phases,
	releaseBaseline,
	startPhase,
	withdrawPhase
} from '#lib/server/record/control-limits.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';

const person = { id: 'p', name: '王敏', assurance: 'declared' } as const;
const chart = { measure: 'complaint_rate', selection: 'category=A' };

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

it('keeps what happened, by day, until somebody takes it away', async () => {
	await annotate(person, {
		kind: 'campaign',
		label: '双11',
		day: '2025-11-01',
		lastDay: '2025-11-11',
		selection: ''
	});
	const earlier = await annotate(person, {
		kind: 'nonsense',
		label: ' 发布 ',
		day: '2025-06-01',
		lastDay: '',
		selection: ''
	});
	expect((await annotations()).map(({ label, kind, lastDay }) => [label, kind, lastDay])).toEqual([
		['发布', 'other', null],
		['双11', 'campaign', '2025-11-11']
	]);
	if ('problem' in earlier) throw new Error(earlier.problem);
	await removeAnnotation(person, earlier.id);
	expect(await annotations()).toHaveLength(1);
	expect(await removeAnnotation(person, earlier.id)).toEqual({ problem: 'no_such_annotation' });
});

it('refuses what no chart could draw', async () => {
	const given = { kind: 'other', label: 'x', day: '2025-02-30', lastDay: '', selection: '' };
	expect(await annotate(person, given)).toEqual({ problem: 'day_unreadable' });
	expect(await annotate(person, { ...given, label: '  ' })).toEqual({ problem: 'label_missing' });
	expect(await annotate(person, { ...given, day: '2025-02-03', lastDay: '2025-02-01' })).toEqual({
		problem: 'days_reversed'
	});
});

it('begins a phase only with a reason', async () => {
	expect(await startPhase(person, chart, { day: '2025-02-03', reason: ' ' })).toEqual({
		problem: 'reason_missing'
	});
	await startPhase(person, chart, { day: '2025-02-03', reason: '新包装' });
	const [phase] = await phases();
	expect(phase).toMatchObject({ ...chart, day: '2025-02-03', reason: '新包装', person });
	await withdrawPhase(person, phase!.id);
	expect(await phases()).toEqual([]);
});

it('holds one baseline a chart, the latest, up to and with its last day', async () => {
	const days = { since: '2024-01-01', lastDay: '2024-12-31', reason: '去年' };
	await freezeBaseline(person, chart, days);
	await freezeBaseline(person, chart, { ...days, since: '2024-02-01' });
	expect(await baselines()).toMatchObject([{ since: '2024-02-01', until: '2025-01-01' }]);
	await releaseBaseline(person, chart);
	expect(await baselines()).toEqual([]);
	expect(await releaseBaseline(person, chart)).toEqual({ problem: 'no_such_baseline' });
});

it('knows a selection by its cases, whatever the days', () => {
	const filter = { ...emptyFilter, dimensions: { category: ['A'] } };
	expect(selectionKey({ ...filter, period: 'all', comparison: 'none' })).toBe(selectionKey(filter));
	expect(selectionKey(filter)).toBe('category=A');
});
