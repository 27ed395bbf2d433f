import type { Effect } from '#lib/improvement/verdict.ts';
import { changeOf } from './effect-words.ts';
import { rowScale, type RowScale } from './row-scale.ts';

/** Widest relative change a row may stretch the scale to; what lies beyond ends at the edge. */
const widest = 1.5;

/** One scale for effects of one kind; null where none can be drawn. */
export function effectScale(effects: readonly Effect[]): RowScale | null {
	const ends = effects.flatMap((effect) =>
		[effect.lower, effect.upper].map((end) => changeOf(effect, end))
	);
	const isAmount = effects.some(({ kind }) => kind === 'amount');
	const finite = ends
		.filter(Number.isFinite)
		.map((end) => (isAmount ? end : Math.max(-1, Math.min(widest, end))));
	return finite.length === 0 ? null : rowScale(finite, 6);
}
