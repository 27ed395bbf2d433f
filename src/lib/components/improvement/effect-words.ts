import type { Formats } from '#lib/format/formats.ts';
import type { Effect } from '#lib/improvement/verdict.ts';
import * as m from '#lib/messages/generated/messages.js';

/** A change on the scale it is drawn and said on: relative less one for ratios, points for shares; 0 is none. */
export function changeOf({ kind }: Effect, value: number): number {
	return kind === 'ratio' ? value - 1 : value;
}

/** −31%, or −3.2 points. */
export function changeText(f: Formats, kind: Effect['kind'], change: number): string {
	const digits = Math.abs(change) >= 0.1 ? 0 : 1;
	return kind === 'ratio' ? f.change(change, digits) : f.points(change, 1);
}

/** −31% (−42% to −18%). */
export function effectText(f: Formats, effect: Effect): string {
	const text = (value: number): string => changeText(f, effect.kind, changeOf(effect, value));
	return m.improvement_interval_text({
		estimate: text(effect.estimate),
		lower: text(effect.lower),
		upper: text(effect.upper)
	});
}
