import { expect, test } from 'vitest';
import type { Answered, Audit, ItemVerdict } from '#lib/audit/audit.ts';
import { resultsOf } from '#lib/audit/results.ts';

const texts = { en: 'x', 'zh-CN': 'x', 'zh-TW': 'x' };
const items = [
	{ id: 'a', texts },
	{ id: 'b', texts }
];

function said(place: number, who: string, a: ItemVerdict, b: ItemVerdict): Answered {
	const note = (verdict: ItemVerdict) => (verdict === 'does_not' ? `${who} says no` : '');
	return {
		place,
		auditor: { id: who, name: who },
		at: 0,
		answers: { a: { verdict: a, note: note(a) }, b: { verdict: b, note: note(b) } }
	};
}

/** Ten cases: six of a stratum of 900 closed cases, four of one of 100. */
function audit(answered: readonly Answered[]): Audit {
	return {
		number: '2026-01',
		drawnBy: '',
		drawnAt: 0,
		since: '2025-01-01',
		until: '2025-02-01',
		filter: '',
		by: 'category',
		seed: '1',
		strata: [
			{ value: 'large', cases: 900, drawn: 6 },
			{ value: 'small', cases: 100, drawn: 4 }
		],
		cases: Array.from({ length: 10 }, (_, at) => ({
			source: 'log',
			caseNo: String(at),
			stratum: at < 6 ? 'large' : 'small'
		})),
		checklist: { id: 'x', version: 1 },
		dataVersion: 1,
		answered
	};
}

const fine = (place: number): Answered => said(place, 'A', 'conforms', 'conforms');
const wrong = (place: number): Answered => said(place, 'A', 'does_not', 'conforms');

test('the share not conforming weighs each stratum by its cases, not by how many were drawn', () => {
	const results = resultsOf(
		audit([
			wrong(1),
			fine(2),
			fine(3),
			fine(4),
			fine(5),
			fine(6),
			wrong(7),
			wrong(8),
			fine(9),
			fine(10)
		]),
		items
	);
	// .9 × 1/6 + .1 × 2/4 = .2, where the plain share of the sample is .3.
	expect(results.overall?.share).toBeCloseTo(0.2, 12);
	expect(results.overall?.nonconforming).toBe(3);
	// Weights 150 (six times) and 25 (four times): 1000² / (6 × 150² + 4 × 25²) = 7.2727 answers; Wilson of
	// .2 × 7.2727 of 7.2727 by hand, z = 1.959964: (2 × 1.4545 + 3.8415 ∓ 1.96 √(3.8415 + 4 × 1.4545 × .8)) / 22.228.
	expect(results.overall?.interval?.lower).toBeCloseTo(0.04668, 5);
	expect(results.overall?.interval?.upper).toBeCloseTo(0.5607, 5);
	expect(results.strata.map(({ of, nonconforming, share }) => [of, nonconforming, share])).toEqual([
		[6, 1, 1 / 6],
		[4, 2, 0.5]
	]);
});

test('a stratum nobody looked into yet is left out and counted', () => {
	const results = resultsOf(audit([wrong(1), fine(2)]), items);
	expect(results.overall?.share).toBe(0.5);
	expect(results.unseen).toBe(1);
	expect(results.strata[1]?.share).toBeNull();
	expect(resultsOf(audit([]), items).overall).toBeNull();
});

test('items are held only against the cases they apply to', () => {
	const results = resultsOf(
		audit([said(1, 'A', 'not_applicable', 'does_not'), said(2, 'A', 'conforms', 'conforms')]),
		items
	);
	expect(
		results.items.map(({ of, nonconforming, notApplicable }) => [of, nonconforming, notApplicable])
	).toEqual([
		[1, 0, 1],
		[2, 1, 0]
	]);
});

test('where two auditors differ the stricter counts, and the finding says it is disputed', () => {
	const results = resultsOf(
		audit([
			wrong(1),
			said(1, 'B', 'conforms', 'conforms'),
			wrong(2),
			said(2, 'B', 'does_not', 'does_not')
		]),
		items
	);
	expect(results.overall?.nonconforming).toBe(2);
	expect(
		results.findings.map(({ place, item, by, disputed }) => [place, item, by, disputed])
	).toEqual([
		[1, 'a', ['A'], true],
		[2, 'a', ['A', 'B'], false],
		[2, 'b', ['B'], true]
	]);
	expect(results.findings[1]?.notes).toEqual(['A says no', 'B says no']);
});

test('agreement is counted over the items both judged, and nothing else', () => {
	const results = resultsOf(
		audit([
			wrong(1),
			said(1, 'B', 'does_not', 'conforms'),
			fine(2),
			said(2, 'B', 'does_not', 'conforms'),
			fine(3)
		]),
		items
	);
	const [pair] = results.agreement;
	expect(pair?.auditors).toEqual(['A', 'B']);
	expect([pair?.cases, pair?.judged, pair?.observed]).toEqual([2, 4, 0.75]);
	// A: 3 conform, 1 not; B: 2 and 2; by chance 3/4 × 2/4 + 1/4 × 2/4 = .5; kappa (.75 − .5) / .5.
	expect(pair?.kappa).toBeCloseTo(0.5, 12);
});
