import { expect, test } from 'vitest';
import { reviewDifferences } from '#lib/review/differences.ts';
import { aCategory, aFigure, aReview } from './a-review.ts';

test('a month made anew from the same data differs in nothing, whatever the last bits of its sums', () => {
	const signed = aReview({ figures: [aFigure('satisfaction_mean', 0.1 + 0.2)] });
	const now = aReview({
		figures: [aFigure('satisfaction_mean', 0.3)],
		dataVersion: 9,
		asOf: 0,
		fingerprint: 'f1'
	});
	expect(reviewDifferences(signed, now)).toEqual([]);
});

test('two late cases change the count, the figure and the shares, and each is told before and now', () => {
	const signed = aReview({
		figures: [aFigure('complaints', 10)],
		categories: [aCategory('物流', 6, 10), aCategory('价格', 4, 10)]
	});
	const now = aReview({
		cases: 12,
		figures: [{ ...aFigure('complaints', 12), cases: 12 }],
		categories: [aCategory('物流', 8, 12), aCategory('价格', 4, 12)]
	});
	expect(
		reviewDifferences(signed, now).map(({ before, now: is, ...of }) => [of, before, is])
	).toEqual([
		[{ of: 'cases' }, 10, 12],
		[{ of: 'figure', measure: 'complaints', aspect: 'value' }, 10, 12],
		[{ of: 'category', category: '物流', aspect: 'cases' }, 6, 8],
		[{ of: 'category', category: '物流', aspect: 'share' }, 0.6, 8 / 12],
		[{ of: 'category', category: '物流', aspect: 'resolved' }, 6, 8],
		[{ of: 'category', category: '价格', aspect: 'share' }, 0.4, 4 / 12]
	]);
});

test('a category, a figure or a forecast that came or went is told as not told on the other side', () => {
	const signed = aReview({ categories: [aCategory('价格', 10, 10)] });
	const now = aReview({ figures: [aFigure('cost', 5)] });
	expect(reviewDifferences(signed, now)).toMatchObject([
		{ of: 'figure', measure: 'cost', aspect: 'value', before: null, now: 5 },
		{ of: 'category', aspect: 'cases', before: 10, now: null },
		{ of: 'category', aspect: 'share', before: 1, now: null },
		{ of: 'category', aspect: 'resolved', before: 10, now: null }
	]);
});

test('a verdict that changed is told even where its number did not', () => {
	const improvement = {
		id: 'i',
		number: '2506-02',
		theme: '错发漏发',
		owner: '高翔',
		stage: 'check' as const,
		effectiveOn: null,
		steps: [],
		outcome: 'effective' as const,
		effect: null,
		measure: 'complaints',
		before: null,
		after: null
	};
	expect(
		reviewDifferences(
			aReview({ improvements: [improvement] }),
			aReview({ improvements: [{ ...improvement, outcome: 'not_shown' }] })
		)
	).toMatchObject([{ of: 'improvement', outcomeBefore: 'effective', outcomeNow: 'not_shown' }]);
});
