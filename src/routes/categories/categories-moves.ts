import type { ShareChangeColumns, ShareChangeWords } from '#lib/charts/options/share-change.ts';
import type { Formats } from '#lib/format/formats.ts';
import type { ShareMove, ShareMoves } from '#lib/measures/share-moves.ts';
import * as m from '#lib/messages/generated/messages.js';
import { pointsRange, problemName } from '#lib/components/share-words.ts';

export function movesColumns({ moves }: ShareMoves): ShareChangeColumns {
	const none = Number.NaN;
	return {
		key: moves.map(({ category, subcategory }) =>
			subcategory === undefined ? category : subcategory
		),
		// A blank category is no parent of its own: only subcategories have one.
		parent: moves.map(({ category, subcategory }) =>
			subcategory === undefined ? null : (category ?? '')
		),
		change: moves.map(({ difference }) => difference ?? none),
		lower: moves.map(({ interval, verdict }) =>
			verdict === 'too_few' ? none : (interval?.lower ?? none)
		),
		upper: moves.map(({ interval, verdict }) =>
			verdict === 'too_few' ? none : (interval?.upper ?? none)
		),
		cases: moves.map(({ cases }) => cases)
	};
}

export function movesWords(
	f: Formats,
	{ moves }: ShareMoves,
	total: number,
	totalBefore: number
): ShareChangeWords {
	return {
		changeName: m.categories_moves_change(),
		casesName: m.categories_amount_count(),
		blank: m.blank_value(),
		name: (key) => key,
		change: (change) => f.points(change),
		tick: (change) => {
			const points = Math.round(change * 1000) / 10;
			return f.signed(points, Number.isInteger(points) ? 0 : 1);
		},
		cases: f.count,
		tip: (at) => {
			const move = moves[at];
			if (!move) return [''];
			return [
				problemName(move),
				m.categories_moves_tip_shares({
					before: f.percent(move.before / totalBefore),
					now: f.percent(move.cases / total)
				}),
				m.categories_moves_tip_interval({
					change: f.points(move.difference ?? Number.NaN),
					interval: pointsRange(f, move.interval)
				})
			];
		}
	};
}

/** The share that rose most and the one that fell most, and how many moved at all. */
export function movesAnswer(f: Formats, facts: ShareMoves, total: number): string {
	const all = f.count(facts.categories + facts.subcategories);
	if (facts.found === 0) return m.categories_moves_none({ all });
	const widest = (verdict: 'up' | 'down') =>
		facts.moves
			.filter((move) => move.verdict === verdict)
			.sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))[0];
	const say = (move: ShareMove | undefined, words: typeof m.categories_moves_rose) =>
		move &&
		words({
			name: problemName(move),
			points: f.points(Math.abs(move.difference ?? Number.NaN)).replace('+', ''),
			share: f.percent(move.cases / total)
		});
	return f.sentences(
		say(widest('up'), m.categories_moves_rose),
		say(widest('down'), m.categories_moves_fell),
		m.categories_moves_found({ found: f.count(facts.found), all })
	);
}
