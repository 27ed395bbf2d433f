import { satisfiedShare } from '#lib/measures/headline.ts';
import type { CutSide, Threshold } from '#lib/measures/score-threshold.ts';
import * as m from '#lib/messages/generated/messages.js';
import { pText } from './strength.ts';
import { waitText, type SatisfactionView } from './satisfaction-view.ts';

/** Both sides of the best cut as bands with their satisfied share. */
export function cutSides({ f, facts }: SatisfactionView, threshold: Threshold) {
	const { cutMinutes: cut, before, after } = threshold;
	const text = waitText(f, facts, cut);
	return [
		{ name: m.sat_threshold_before({ cut: text }), from: 0, below: cut, ...withShare(before) },
		{ name: m.sat_threshold_after({ cut: text }), from: cut, below: null, ...withShare(after) }
	];
}

function withShare({ rated, satisfied }: CutSide) {
	const share = satisfiedShare({
		cases: rated,
		rated,
		satisfied,
		score_sum: 0,
		score_square_sum: 0
	});
	return { rated, satisfied, share };
}

/** Where it falls; that it falls gradually; or that no cut survives its test. */
export function thresholdAnswer(view: SatisfactionView, threshold: Threshold): string {
	const { f, facts } = view;
	const { verdict, set, cutMinutes, before, after, pValue } = threshold;
	const wait = (minutes: number) => waitText(f, facts, minutes);
	const words = {
		cut: wait(cutMinutes),
		before: f.percent(before.satisfied / before.rated),
		after: f.percent(after.satisfied / after.rated),
		p: pText(view, pValue) ?? ''
	};
	if (verdict === 'none') return m.sat_threshold_none(words);
	if (verdict === 'gradual') return m.sat_threshold_gradual(words);
	return f.sentences(
		m.sat_threshold_sudden(words),
		set.from < set.to
			? m.sat_threshold_between({ from: wait(set.from), to: wait(set.to) })
			: m.sat_threshold_sure()
	);
}
