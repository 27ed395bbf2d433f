import { contrastDecal, hatchDecal, type Decal } from '../look/decals.ts';
import type { Look } from '../look/look.ts';

export type BarStyle = {
	readonly color?: string;
	readonly borderColor?: string;
	readonly borderWidth?: number;
	readonly borderType?: 'solid' | number[];
	readonly decal?: Decal;
};

/** What the sentence speaks of, and everything else. */
export function solid(look: Look, role: 'subject' | 'rest' | 'good' | 'bad'): BarStyle {
	const { colours } = look;
	const color = role === 'subject' ? colours.accent : colours[role];
	const decal = contrastDecal(role, look);
	return decal === undefined ? { color } : { color, decal };
}

/** The running period: not whole, so never judged and never drawn like a whole one. */
export function hatched(look: Look, role: 'subject' | 'rest' = 'subject'): BarStyle {
	const colour = role === 'subject' ? look.colours.accent : look.colours.rest;
	return {
		color: look.colours.paper,
		borderColor: colour,
		borderWidth: 1,
		decal: hatchDecal(colour)
	};
}

/** Cases that carry no value: counted, outlined, never mixed with a real value. */
export const blankBar = (look: Look): BarStyle => ({
	color: look.colours.paper,
	borderColor: look.colours.ink3,
	borderWidth: 1,
	borderType: [3, 2]
});

export const selectedBorder = (look: Look): BarStyle => ({
	borderColor: look.colours.ink,
	borderWidth: 2,
	borderType: 'solid'
});
