import { beforeAll, describe, expect, it } from 'vitest';
import { doubtWords } from '#lib/components/improvement/doubt-words.ts';
import { effectText } from '#lib/components/improvement/effect-words.ts';
import { eventWords } from '#lib/components/improvement/event-words.ts';
import { fieldWords, planValueText } from '#lib/components/improvement/plan-words.ts';
import { refusalWords } from '#lib/components/improvement/refusal-words.ts';
import { trailEntries } from '#lib/components/improvement/trail.ts';
import {
	methodWords,
	outcomeWords,
	stageWords,
	viewWords
} from '#lib/components/improvement/words.ts';
import { formats } from '#lib/format/formats.ts';
import { locales, type Locale } from '#lib/format/locale.ts';
import { refusals } from '#lib/improvement/commands.ts';
import { doubts } from '#lib/improvement/doubts.ts';
import type { ImprovementEvent } from '#lib/improvement/improvement.ts';
import { methods } from '#lib/improvement/plan.ts';
import { stages } from '#lib/improvement/stages.ts';
import { outcomes } from '#lib/improvement/verdict.ts';
import { overwriteGetLocale } from '#lib/messages/generated/runtime.js';

let locale: Locale = 'en';
beforeAll(() => overwriteGetLocale(() => locale));

const all = { ...refusalWords, ...doubtWords, ...methodWords, ...outcomeWords, ...fieldWords };

describe.each(locales)('in %s', (each) => {
	it('every refusal, doubt, method, outcome, stage, view and field has words of its own', () => {
		locale = each;
		for (const code of [...refusals, ...doubts, ...methods, ...outcomes])
			expect(all[code](), code).toMatch(/\S/);
		for (const stage of stages) expect(stageWords[stage]()).toMatch(/\S/);
		const said = refusals.map((refusal) => refusalWords[refusal]());
		expect(new Set(said).size).toBe(said.length);
		expect(new Set(Object.values(viewWords).map((words) => words())).size).toBe(8);
	});
});

const person = { id: 'a', name: '周婷', assurance: 'declared' as const };
const at = (number: number, kind: string, body: object) =>
	({ number, happenedAt: Date.UTC(2025, 10, 18), person, kind, body }) as ImprovementEvent;

describe('the trail', () => {
	const events = [
		at(1, 'improvement_started', {
			theme: 'Refunds',
			plan: { measure: 'satisfied_share' },
			evidence: []
		}),
		at(2, 'improvement_plan_changed', {
			changes: [{ field: 'target', old: 0.5, new: 0.62 }],
			why: 'agreed'
		}),
		at(3, 'improvement_approved', { version: 1 })
	];

	it('says who changed what from what to what and why, newest first, in the unit of the measure', () => {
		locale = 'en';
		const entries = trailEntries(events, formats('en', 'Asia/Shanghai'));
		expect(entries.map(({ id }) => id)).toEqual([3, 2, 1]);
		expect(entries[1]).toMatchObject({
			lines: ['Target: 50.0% → 62.0%', '“agreed”'],
			by: '周婷',
			kind: 'edit'
		});
		expect(entries[0]).toMatchObject({ kind: 'gate', declared: true, signature: true });
	});

	it('names rows of lists when they are added, changed and removed', () => {
		const f = formats('en', 'Asia/Shanghai');
		const row = { id: 'w', text: 'belt', evidence: '', root: false };
		const item = (old: object | null) =>
			eventWords(at(4, 'improvement_item_set', { list: 'whys', old, new: row }), f, 'complaints');
		expect(item(null)).toEqual({ title: 'Why added', lines: ['belt'] });
		expect(item({ ...row, text: 'rope' }).lines).toEqual(['rope → belt']);
	});
});

it('prints effects with their interval and plan values in their unit', () => {
	locale = 'en';
	const f = formats('en', 'Asia/Shanghai');
	const effect = { kind: 'ratio', estimate: 0.69, lower: 0.58, upper: 0.82 } as const;
	expect(effectText(f, effect)).toBe('−31% (−42% to −18%)');
	expect(planValueText(f, 'satisfied_share', 'smallestChange', 0.05)).toContain('5');
	expect(planValueText(f, 'complaints', 'comparison', '')).toBe('no comparison group');
});
