import type { GroupThreshold, Threshold } from '#lib/measures/score-threshold.ts';
import * as m from '#lib/messages/generated/messages.js';
import { pText } from './strength.ts';
import { stratumName, stratumValue, waitText, type SatisfactionView } from './satisfaction-view.ts';

/** Both sides of the best cut as bands with their satisfied share. */
export function cutSides({ f, facts }: SatisfactionView, threshold: Threshold) {
	const { cutMinutes: cut, before, after } = threshold;
	const text = waitText(f, facts, cut);
	return [
		{ name: m.sat_threshold_before({ cut: text }), from: 0, below: cut, ...before },
		{ name: m.sat_threshold_after({ cut: text }), from: cut, below: null, ...after }
	];
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
	if (verdict === 'none') return f.sentences(m.sat_threshold_none(words), withinWords(view));
	const course = falls(threshold) ? 'falls' : 'rises';
	return f.sentences(
		m[`sat_threshold_${verdict}_${course}`](words),
		verdict === 'sudden' &&
			(set.from < set.to
				? m.sat_threshold_between({ from: wait(set.from), to: wait(set.to) })
				: m.sat_threshold_sure()),
		withinWords(view)
	);
}

/** Where groups tell another story than all together, theirs comes first; else where one falls suddenly. */
function withinWords(view: SatisfactionView): string | null {
	const { f, facts } = view;
	const sudden = facts.thresholds
		.filter((each) => each.verdict === 'sudden' && falls(each))
		.map(({ key, cutMinutes }) =>
			m.sat_threshold_group({
				group: stratumValue(key),
				cut: waitText(f, facts, cutMinutes)
			})
		);
	const stratum = stratumName(view);
	return f.sentences(
		['reversed', 'masked', 'explained'].includes(facts.verdict) &&
			m.sat_threshold_mixed({ stratum }),
		sudden.length > 0 && m.sat_threshold_groups({ stratum, groups: f.list(sudden) })
	);
}

function falls({ before, after }: Threshold): boolean {
	return before.satisfied / before.rated > after.satisfied / after.rated;
}

/** What is found in a group, in a few words. */
export function thresholdReading({ f, facts }: SatisfactionView, each: GroupThreshold): string {
	if (each.verdict === 'none') return m.sat_groups_same();
	if (each.verdict === 'gradual')
		return falls(each) ? m.sat_threshold_falls_gradually() : m.sat_threshold_rises_gradually();
	const { from, to } = each.set;
	if (from === to) {
		const cut = waitText(f, facts, from);
		return falls(each)
			? m.sat_threshold_falls_point({ cut })
			: m.sat_threshold_rises_point({ cut });
	}
	const words = { from: waitText(f, facts, from), to: waitText(f, facts, to) };
	return falls(each) ? m.sat_threshold_falls_at(words) : m.sat_threshold_rises_at(words);
}
