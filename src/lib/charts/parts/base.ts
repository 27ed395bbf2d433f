import type { EChartsOption } from 'echarts';
import type { Look } from '../look/look.ts';

/** What every chart shares: no animation, 12 px text, no border box, our own tooltip. */
export function base(look: Look): EChartsOption {
	return {
		animation: false,
		backgroundColor: 'transparent',
		textStyle: { fontFamily: look.font, fontSize: 12, color: look.colours.ink2 },
		tooltip: {
			trigger: 'item',
			confine: true,
			backgroundColor: look.colours.raise,
			borderColor: look.colours.line2,
			borderWidth: 1,
			padding: [8, 12],
			transitionDuration: 0,
			textStyle: { color: look.colours.ink, fontSize: 12, fontFamily: look.font },
			extraCssText: 'z-index:1;border-radius:4px;box-shadow:none;max-width:320px;white-space:normal'
		}
	};
}

/** A fixed plot: labels are given room by the builder, never by shrinking the plot. */
export const plot = (box: {
	left: number;
	right: number;
	top: number;
	height?: number;
	bottom?: number;
}) => ({ ...box, containLabel: false, outerBoundsMode: 'none' as const });
