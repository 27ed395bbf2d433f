import { dark, light, type Tokens } from './tokens.ts';

/** All a builder may know about the place it draws into. */
export type Look = {
	readonly colours: Tokens;
	readonly scheme: 'light' | 'dark';
	/** Width of the chart in CSS pixels. */
	readonly width: number;
	readonly height: number;
	/** A phone: fewer labels, columns outside the plot folded in. */
	readonly narrow: boolean;
	/** The reader asked for more contrast: colour gets a pattern beside it. */
	readonly contrast: boolean;
	readonly font: string;
};

/** Below this width of the chart itself a chart is drawn for a phone. */
const narrowBelow = 600;

export function lookFor(place: {
	scheme: 'light' | 'dark';
	width: number;
	height: number;
	contrast?: boolean;
	font?: string;
}): Look {
	return {
		colours: place.scheme === 'dark' ? dark : light,
		scheme: place.scheme,
		width: place.width,
		height: place.height,
		narrow: place.width < narrowBelow,
		contrast: place.contrast ?? false,
		font: place.font ?? 'sans-serif'
	};
}

/** A token as `rgba()`: ECharts has no opacity for text or for one side of a shape. */
export function faded(colour: string, opacity: number): string {
	const part = (at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
	return `rgba(${part(1)}, ${part(3)}, ${part(5)}, ${opacity})`;
}

/** `colour` laid over `paper`, without transparency: for fills that lie on each other. */
export function mixed(colour: string, paper: string, share: number): string {
	const part = (of: string, at: number): number => Number.parseInt(of.slice(at, at + 2), 16);
	const parts = [1, 3, 5].map((at) =>
		Math.round(part(colour, at) * share + part(paper, at) * (1 - share))
			.toString(16)
			.padStart(2, '0')
	);
	return `#${parts.join('')}`;
}
