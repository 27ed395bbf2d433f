import { expect, it } from 'vitest';
import {
	arranged,
	arrangementOf,
	hiddenTiles,
	movedTo,
	readArrangement
} from '#lib/board/arrangement.ts';
import { usualMeasures } from '#lib/board/measures.ts';
import { initialDesign } from '#lib/measures/own-measure.ts';

const three = ['complaints', 'cost', 'response_rate'] as const;

it('moves a tile one place and stops at the ends', () => {
	expect(arranged(three, 'earlier', 'cost')).toEqual(['cost', 'complaints', 'response_rate']);
	expect(arranged(three, 'later', 'cost')).toEqual(['complaints', 'response_rate', 'cost']);
	expect(arranged(three, 'earlier', 'complaints')).toEqual(three);
	expect(arranged(three, 'later', 'response_rate')).toEqual(three);
});

it('puts a tile where it is let go; the others close up', () => {
	expect(movedTo(three, 'complaints', 2)).toEqual(['cost', 'response_rate', 'complaints']);
	expect(movedTo(three, 'response_rate', 0)).toEqual(['response_rate', 'complaints', 'cost']);
	expect(movedTo(three, 'reopened_share', 0)).toEqual(three);
});

it('hides and shows, but never the last tile', () => {
	expect(arranged(three, 'hide', 'cost')).toEqual(['complaints', 'response_rate']);
	expect(arranged(['cost'], 'hide', 'cost')).toEqual(['cost']);
	expect(arranged(three, 'show', 'reopened_share')).toEqual([...three, 'reopened_share']);
	expect(arranged(three, 'show', 'cost')).toEqual(three);
	expect(hiddenTiles(three)).not.toContain('cost');
	expect(hiddenTiles(three)).toContain('reopened_share');
});

it('reads what was kept without what is no measure any more', () => {
	expect(readArrangement(['cost', 'gone', 'cost', 'complaints'])).toEqual(['cost', 'complaints']);
	expect(readArrangement(['gone'])).toBeNull();
	expect(readArrangement('cost')).toBeNull();
});

it('holds own measures that are in use', () => {
	const own = { ...initialDesign, id: 'own-1', name: '差评率' };
	expect(readArrangement(['own-1', 'own-2', 'cost'], [own])).toEqual(['own-1', 'cost']);
	expect(readArrangement(['own-1'])).toBeNull();
	expect(hiddenTiles(three, [own])).toContain('own-1');
	expect(hiddenTiles(['own-1', 'cost'], [own])).not.toContain('own-1');
});

it('prefers one’s own to the team’s, and that to the usual one', () => {
	expect(arrangementOf(['cost'], three)).toEqual({ shown: ['cost'], by: 'own' });
	expect(arrangementOf(null, three)).toEqual({ shown: three, by: 'team' });
	expect(arrangementOf(null, null)).toEqual({ shown: usualMeasures, by: 'usual' });
});
