import { expect, test } from 'vitest';
import { signalsWords } from '#lib/components/review/signal-words.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import { formats } from '#lib/format/formats.ts';
import type { Finding } from '#lib/review/finding.ts';
import { aReview } from '../../review/a-review.ts';

const f = formats('en', 'Asia/Shanghai');
const part = (value: string): Finding['alike'][number] => ({
	id: `share|subcategory|${value}|1`,
	measure: 'share',
	scope: { dimension: 'subcategory', value },
	side: 1
});
const finding: Finding = {
	...part('Refund late'),
	kind: 'news',
	within: null,
	value: 0.4,
	expected: 0.3,
	lower: 0.25,
	upper: 0.35,
	meaning: 'bad',
	pValue: 0.001,
	cases: 4,
	season: null,
	began: '2025-10-01',
	alike: [
		...['A', 'B', 'C', 'D'].map(part),
		{ id: 'satisfied_share||-1', measure: 'satisfied_share', scope: null, side: -1 }
	],
	trend: { months: [], values: [], center: [], lower: [], upper: [] },
	filter: emptyFilter,
	improvements: []
};

test('of what moved with a signal the measures of all complaints are named first', () => {
	const said = signalsWords(f, aReview({ findings: [finding], judged: 40 }));
	// Three are named: the measure of all complaints, then the first two parts.
	expect(said.items[0]!.sentence).toContain('Satisfied share, share of A, share of B and 2 more');
});

test('a month judged together with the one before says so, as news and as what goes on', () => {
	const together: Finding = { ...finding, since: '2025-09-01' };
	const review = aReview({
		month: '2025-10-01',
		findings: [together, { ...together, kind: 'still', began: '2025-08-01' }],
		judged: 40
	});
	const [news, still] = signalsWords(f, review).items;
	expect(news!.sentence).toMatch(/^40.0%, above .*, Sep and Oct counted together, 4 cases/);
	expect(still!.sentence).toBe(
		'share of Refund late: 40.0%, so since Aug 2025, Sep and Oct counted together'
	);
});
