import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrawnBody } from '#lib/audit/audit.ts';
import type { Person } from '#lib/server/access/person.ts';
import { answerCase, auditOf, audits, keepDraw } from '#lib/server/audit/audits.ts';
import { checklistOf, checklists, saveChecklist } from '#lib/server/audit/checklists.ts';
import { closeRecord, eventsOf, holdRecordInMemory } from '#lib/server/record/record.ts';

beforeEach(() => holdRecordInMemory());
afterEach(() => closeRecord());

const chen: Person = { id: 'declared:陈静', name: '陈静', assurance: 'declared' };
const lin: Person = { id: 'declared:林涛', name: '林涛', assurance: 'declared' };

const drawn: DrawnBody = {
	since: '2025-03-01',
	until: '2025-04-01',
	filter: 'since=2025-03-01&until=2025-04-01',
	by: 'category',
	seed: '20260101',
	strata: [{ value: 'Post', cases: 9, drawn: 2 }],
	cases: [
		{ source: 'log', caseNo: 'A', stratum: 'Post' },
		{ source: 'log', caseNo: 'B', stratum: 'Post' }
	],
	checklist: { id: 'handling-quality', version: 1 },
	dataVersion: 3
};

async function allConform() {
	const items = (await checklistOf('handling-quality', 1))?.items ?? [];
	return Object.fromEntries(items.map(({ id }) => [id, { verdict: 'conforms', note: '' }]));
}

test('a draw is kept with its seed and cases, numbered within its year', async () => {
	expect(await keepDraw(chen, drawn, '2026')).toBe('2026-01');
	const both = [keepDraw(chen, drawn, '2026'), keepDraw(lin, drawn, '2026')];
	expect(await Promise.all(both)).toEqual(['2026-02', '2026-03']);
	expect(await keepDraw(chen, drawn, '2027')).toBe('2027-01');
	expect((await audits()).map(({ number }) => number)).toEqual([
		'2027-01',
		'2026-03',
		'2026-02',
		'2026-01'
	]);
	const [event] = await eventsOf<DrawnBody>(['audit_drawn'], '2026-01');
	expect(event?.body).toEqual(drawn);
	expect(event?.person.name).toBe('陈静');
});

test('answers of two auditors stand side by side; a later one of the same takes its place', async () => {
	await keepDraw(chen, drawn, '2026');
	const fine = await allConform();
	const wrong = { ...fine, cause: { verdict: 'does_not', note: '未写原因' } };
	expect(await answerCase(chen, '2026-01', 1, fine)).toBeNull();
	expect(await answerCase(lin, '2026-01', 1, wrong)).toBeNull();
	expect(await answerCase(chen, '2026-01', 1, wrong)).toBeNull();
	const audit = await auditOf('2026-01');
	expect(
		audit?.answered.map(({ auditor, place, answers }) => [
			auditor.name,
			place,
			answers.cause?.verdict
		])
	).toEqual([
		['林涛', 1, 'does_not'],
		['陈静', 1, 'does_not']
	]);
	expect(await eventsOf(['audit_answered'])).toHaveLength(3);
});

test('nothing is kept of a case not drawn, an item not answered, or a fault without a note', async () => {
	await keepDraw(chen, drawn, '2026');
	const fine = await allConform();
	expect(await answerCase(chen, '2026-01', 3, fine)).toBe('no_such_case');
	expect(await answerCase(chen, '2026-09', 1, fine)).toBe('no_such_case');
	expect(await answerCase(chen, '2026-01', 1, { ...fine, cause: { verdict: '', note: '' } })).toBe(
		'unanswered'
	);
	const bare = { ...fine, cause: { verdict: 'does_not', note: '  ' } };
	expect(await answerCase(chen, '2026-01', 1, bare)).toBe('note_missing');
	expect(await eventsOf(['audit_answered'])).toEqual([]);
});

test('a checklist is saved as its next version; audits keep to theirs', async () => {
	const [first] = (await checklists()).get('handling-quality') ?? [];
	const items = first?.checklist.items ?? [];
	const given = {
		name: first?.checklist.names['zh-CN'] ?? '',
		items: [
			...items.slice(1).map(({ id, texts }) => ({ id, text: texts['zh-CN'] })),
			{ id: '', text: '已致歉' },
			{ id: '', text: '  ' }
		]
	};
	const at = { seen: 1, locale: 'zh-CN' } as const;
	expect(await saveChecklist(chen, 'handling-quality', given, at)).toEqual({
		id: 'handling-quality',
		version: 2
	});
	const saved = await checklistOf('handling-quality', 2);
	expect(saved?.items).toHaveLength(items.length);
	// Untouched items keep their other languages; the new one stands in all as it was written.
	expect(saved?.items[0]).toEqual(items[1]);
	expect(saved?.items.at(-1)?.texts).toEqual({
		en: '已致歉',
		'zh-CN': '已致歉',
		'zh-TW': '已致歉'
	});
	expect((await checklistOf('handling-quality', 1))?.items).toEqual(items);
	// Who edited the version before is told so.
	expect(await saveChecklist(lin, 'handling-quality', given, at)).toEqual({ problem: 'changed' });
});

test("a checklist of one's own needs a name and an item", async () => {
	const at = { seen: 0, locale: 'en' } as const;
	const one = [{ id: '', text: 'Apologised' }];
	expect(await saveChecklist(chen, null, { name: ' ', items: one }, at)).toEqual({
		problem: 'text_missing'
	});
	expect(await saveChecklist(chen, null, { name: 'Own', items: [] }, at)).toEqual({
		problem: 'text_missing'
	});
	const result = await saveChecklist(chen, null, { name: 'Own', items: one }, at);
	if (!('id' in result)) throw new Error(result.problem);
	expect((await checklistOf(result.id, 1))?.names['zh-TW']).toBe('Own');
	expect(await saveChecklist(chen, 'none', { name: 'Own', items: one }, at)).toEqual({
		problem: 'no_such_checklist'
	});
});
