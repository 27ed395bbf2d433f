import type { Formats } from '#lib/format/formats.ts';
import type { Effect } from '#lib/improvement/verdict.ts';
import * as m from '#lib/messages/generated/messages.js';

/** A change on the scale it is drawn and said on: relative less one for ratios, points for shares; 0 is none. */
export function changeOf({ kind }: Effect, value: number): number {
	return kind === 'ratio' ? value - 1 : value;
}

/** −31%, −3.2 points, or −0.21 of what the measure counts in. */
export function changeText(f: Formats, kind: Effect['kind'], change: number): string {
	switch (kind) {
		case 'ratio':
			return f.change(change, Math.abs(change) >= 0.1 ? 0 : 1);
		case 'difference':
			return f.points(change, 1);
		case 'amount':
			return f.signed(change, Math.abs(change) >= 10 ? 1 : 2);
	}
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
