import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { boardChoices } from '#lib/improvement/board-choices.ts';
import {
	biggestCategory,
	boardFacts,
	runningImprovements
} from '#lib/server/questions/improvements-board.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';
import { plantImprovements } from '../../fixtures/improvements.ts';
import { person } from './improvement-demo.ts';
import { openPlanted, type PlantedLog } from './planted-drivers.ts';

let log: PlantedLog;
beforeAll(async () => {
	log = await openPlanted(1);
}, 120_000);
afterAll(() => log.close());
beforeEach(holdRecordInMemory);
afterEach(closeRecord);

const facts = (query: string, name = '') =>
	boardFacts({ ...person, name }, boardChoices(new URLSearchParams(query)));

describe('the board', () => {
	it('says that nobody ever started one, and where most complaints are', async () => {
		expect(await facts('')).toMatchObject({ summary: null, cards: [] });
		expect(await biggestCategory(person)).toMatchObject({
			href: expect.stringContaining('/improvements/new?category=') as string
		});
		expect(await runningImprovements()).toBe(0);
	});

	it('counts the stages, shows trends of whole periods only, and shuts gates with reasons', async () => {
		await plantImprovements();
		const { cards, counts, summary, teams, leftOut } = await facts('');
		expect(counts).toEqual({ plan: 2, do: 2, check: 2, act: 2, closed: 2 });
		expect(summary).toMatchObject({ running: 8, overdue: 2 });
		expect(await runningImprovements()).toBe(8);
		expect(teams).toEqual(['客服部', '物流部', '运营部', '质检部']);
		expect(leftOut).toEqual([]);
		const card = (name: string) => cards.find(({ id }) => id === `fixture-${name}`);
		// 24 weeks, of which the last is told for two days only.
		expect(card('sustained')?.trend?.values).toHaveLength(23);
		// 18 August to 16 November are 13 whole weeks.
		expect(card('sustained')?.trend?.after).toBe(10);
		expect(card('overdue')?.moves).toEqual([{ to: 'check', back: false, shut: ['actions_open'] }]);
		expect(card('waiting')?.due[0]).toMatchObject({ kind: 'sign_verdict', state: 'waiting' });
	});

	it('asks nothing of the data for the calendar, whose days are all in the plans', async () => {
		await plantImprovements();
		const { cards } = await facts('view=calendar&due=overdue');
		expect(cards.map(({ id }) => id).sort()).toEqual(['fixture-lost', 'fixture-overdue']);
		expect(cards.every(({ trend, timeline }) => trend === null && timeline !== null)).toBe(true);
	});

	it('has a day of its own for each person', async () => {
		await plantImprovements();
		const day = async (name: string) => {
			const { day: lines } = await facts('', name);
			return [lines.overdue, lines.today, lines.soon].map((part) =>
				part.map(({ duty }) => duty.kind)
			);
		};
		expect(await day('王敏')).toEqual([[], ['action'], []]);
		expect(await day('赵一鸣')).toEqual([['decide_loss'], [], []]);
		expect(await day('陈立')).toEqual([['decide_loss'], [], ['approve']]);
	});
});
