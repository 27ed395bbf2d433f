import type { Look } from './look.ts';

export type Decal = {
	readonly symbol: string;
	readonly symbolSize: number;
	readonly dashArrayX: number[] | number[][];
	readonly dashArrayY: number[];
	readonly rotation: number;
	readonly color: string;
	readonly backgroundColor?: string;
};

/** Diagonal lines: what is only part of a period. */
export const hatchDecal = (color: string): Decal => ({
	symbol: 'rect',
	symbolSize: 1,
	dashArrayX: [1, 0],
	dashArrayY: [2, 4],
	rotation: -Math.PI / 4,
	color
});

const patterns = {
	subject: { dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: Math.PI / 4, symbol: 'rect' },
	good: { dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: 0, symbol: 'rect' },
	bad: {
		dashArrayX: [
			[6, 6],
			[0, 6, 6, 0]
		],
		dashArrayY: [6, 0],
		rotation: 0,
		symbol: 'diamond'
	},
	rest: { dashArrayX: [[4, 4]], dashArrayY: [4, 4], rotation: 0, symbol: 'circle' }
} as const;

/** A pattern beside the colour when the reader asked for more contrast, otherwise none. */
export function contrastDecal(role: keyof typeof patterns, look: Look): Decal | undefined {
	if (!look.contrast) return undefined;
	const pattern = patterns[role];
	return {
		...pattern,
		dashArrayX: [...pattern.dashArrayX].map((step) =>
			typeof step === 'number' ? step : [...step]
		) as number[] | number[][],
		dashArrayY: [...pattern.dashArrayY],
		symbolSize: 0.6,
		color: look.colours.paper
	};
}
