import { niceScale, ticks } from '#lib/charts/parts/scale.ts';
import type { Effect } from '#lib/improvement/verdict.ts';
import { changeOf } from './effect-words.ts';

/** Where changes stand on one scale that holds no change: shares 0–1 of its width. */
export interface EffectScale {
	readonly at: (change: number) => number;
	readonly ticks: readonly number[];
}

/** Widest relative change a row may stretch the scale to; what lies beyond ends at the edge. */
const widest = 1.5;

/** One scale for effects of one kind; null where none can be drawn. */
export function effectScale(effects: readonly Effect[]): EffectScale | null {
	const ends = effects.flatMap((effect) =>
		[effect.lower, effect.upper].map((end) => changeOf(effect, end))
	);
	const isAmount = effects.some(({ kind }) => kind === 'amount');
	const finite = ends
		.filter(Number.isFinite)
		.map((end) => (isAmount ? end : Math.max(-1, Math.min(widest, end))));
	if (finite.length === 0) return null;
	const scale = niceScale(Math.min(0, ...finite), Math.max(0, ...finite), 6);
	const width = scale.max - scale.min;
	return {
		at: (change) => Math.max(0, Math.min(1, (change - scale.min) / width)),
		ticks: ticks(scale)
	};
}
