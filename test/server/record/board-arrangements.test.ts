import { afterEach, beforeEach, expect, it } from 'vitest';
import { usualMeasures } from '#lib/board/measures.ts';
import {
	arrangeBoard,
	boardArrangement,
	shareArrangement
} from '#lib/server/record/board-arrangements.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';

const wang = { id: 'w', name: '王敏', assurance: 'declared' } as const;
const li = { id: 'l', name: '李强', assurance: 'declared' } as const;

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

it('keeps an arrangement for its person alone', async () => {
	await arrangeBoard(wang, ['cost', 'complaints']);
	expect(await boardArrangement(wang)).toMatchObject({
		shown: ['cost', 'complaints'],
		by: 'own',
		team: false
	});
	expect(await boardArrangement(li)).toMatchObject({
		shown: usualMeasures,
		by: 'usual',
		team: false
	});
	await arrangeBoard(wang, null);
	expect((await boardArrangement(wang)).by).toBe('usual');
});

it('gives one’s own to the team, for all who have none of their own', async () => {
	await arrangeBoard(li, ['complaints']);
	await arrangeBoard(wang, ['cost', 'complaints']);
	await shareArrangement(wang);
	expect(await boardArrangement(wang)).toMatchObject({
		shown: ['cost', 'complaints'],
		by: 'team',
		team: true
	});
	expect((await boardArrangement(li)).shown).toEqual(['complaints']);
	await arrangeBoard(li, null);
	expect((await boardArrangement(li)).shown).toEqual(['cost', 'complaints']);
});
