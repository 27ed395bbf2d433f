import { beforeEach, describe, expect, it } from 'vitest';
import type { Tile } from '#lib/board/tile.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';
import { judgedElsewhere } from '../../../src/routes/board/board-states.ts';
import {
	boardTitle,
	comparisons,
	decisionText,
	monthEndText,
	targetText
} from '../../../src/routes/board/board-words.ts';

const f = formats('en', 'Asia/Shanghai');
beforeEach(() => overwriteGetLocale(() => 'en'));

function tile(more: Partial<Tile> = {}) {
	return {
		measure: 'complaint_rate',
		scope: null,
		value: 32.1,
		month: '2025-11-01',
		partial: true,
		cases: 100,
		filter: emptyFilter,
		variation: 'nothing_special',
		assurance: 'unknown',
		judged: { month: '2025-10-01', value: 35.2, center: 30.4, side: 1 },
		spark: { months: [], values: [], lower: [], upper: [], flagged: [] },
		before: null,
		yearAgo: null,
		target: null,
		monthEnd: null,
		running: [],
		...more
	} as const;
}

describe('the words of the board', () => {
	it('say in one sentence how many measures turned for the worse, and which will miss their target', () => {
		const worse = tile({ variation: 'worsening' });
		const missing = tile({ measure: 'satisfied_share', assurance: 'will_miss' });
		const title = (...tiles: ReturnType<typeof tile>[]) => boardTitle(f, { tiles });
		expect(title(worse, tile({ measure: 'cost' }))).toBe(
			'**1 of 2** measures turned for the worse: Complaint rate'
		);
		expect(title(worse, missing)).toBe(
			'**1 of 2** measures turned for the worse: Complaint rate; **1** cannot reach target as things stand: Satisfied share'
		);
		expect(title({ ...worse, assurance: 'will_miss' }, tile())).toContain(
			'; of these **1** cannot'
		);
		expect(title(tile())).toBe('None of the 1 measures turned for the worse');
	});

	it('claim nothing of measures with too few months to judge', () => {
		const young = tile({ measure: 'cost', variation: 'unknown', judged: null });
		expect(boardTitle(f, { tiles: [young, young] })).toBe(
			'Too few months to judge: 2 measures have no signal yet'
		);
		expect(boardTitle(f, { tiles: [young, tile()] })).toBe(
			'None of the 1 measures that can be judged turned for the worse; 1 have too few months'
		);
	});

	it('name the month a mark speaks of where the value beside it is of the running one', () => {
		expect(judgedElsewhere(tile())).toBe('2025-10-01');
		expect(judgedElsewhere(tile({ month: '2025-10-01', partial: false }))).toBeNull();
		expect(judgedElsewhere(tile({ judged: null }))).toBeNull();
	});

	it('compare shares in points and everything else in per cent', () => {
		const before = { value: 0.9, change: -0.012 };
		expect(comparisons(f, tile({ measure: 'resolution_in_time', before }))).toEqual([
			'Month before 90.0% (−1.2 pp)'
		]);
		expect(comparisons(f, tile({ yearAgo: { value: 30, change: 0.07 } }))).toEqual([
			'Year before 30.0 (+7.0%)'
		]);
		expect(comparisons(f, tile({ measure: 'response_rate' }))[0]).toMatch(/still come in/);
	});

	it('say the unit of a time once, and nothing of a month that is over', () => {
		const monthEnd = { value: 1440, lower80: 1320, upper80: 1560 };
		expect(monthEndText(f, tile({ measure: 'resolution_median', monthEnd }))).toBe(
			'Month end **24 h**, 80% interval 22–26 h'
		);
		expect(monthEndText(f, tile({ partial: false }))).toBeNull();
	});

	it('write a target the way it is met', () => {
		expect(targetText(f, tile({ target: 30 }))).toBe('≤ 30.0');
		expect(targetText(f, tile({ measure: 'satisfied_share', target: 0.9 }))).toBe('≥ 90.0%');
	});

	it('name department, month and what is usual where a decision is needed', () => {
		const scope = { dimension: 'department', value: 'Logistics' } as const;
		const { spark: _, ...signal } = tile({ scope, variation: 'worsening' });
		expect(decisionText(f, { kind: 'signal', tile: signal })).toBe(
			'**Logistics, Complaint rate turned for the worse:** 35.2 complaints per 10,000 orders in Oct, usually 30.4 complaints per 10,000 orders; no improvement is running'
		);
	});
});
