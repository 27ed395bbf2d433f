import assert from 'node:assert/strict';
import { monthFindingsOf } from '../server/demo/month-findings.ts';
import { openPlanted } from '../server/questions/planted-drivers.ts';
import type { Trial } from './trial.ts';

/** Added to the seed of the run: with 1 the seeds the demo is usually tried with, and five others. */
const usual = [0, 1, 12, 41, 2024];
const others = [6, 98, 554, 887, 31_336];
/** Of what was planted so much is to be named; of 180 months so many may name anything else. */
const leastNamed = 0.95;
const mostUnplanted = 16 / 180;

export const trial: Trial = {
	shows:
		'reviews of all months of ten demo logs name what was planted in its months, and in nearly no month anything else',
	minutes: 8,
	async run({ seed, say }) {
		for (const [name, steps] of [
			['five usual seeds', usual],
			['five others', others]
		] as const) {
			const sum = { events: 0, named: 0, months: 0, unplanted: 0, decoy: 0 };
			for (const step of steps) {
				const { truth, close } = await openPlanted(seed + step);
				try {
					const { months, events, unplanted, seasons, decoy } = await monthFindingsOf(truth);
					const named = events.filter((event) => event.named !== null);
					sum.events += events.length;
					sum.named += named.length;
					sum.months += months;
					sum.unplanted += unplanted.length;
					sum.decoy += decoy.length;
					say(
						`seed ${seed + step}: ${named.length} of ${events.length} named (${events.map((event) => `${event.name}: ${event.named?.slice(0, 7) ?? 'MISSED'}`).join('; ')}); ${unplanted.length} of ${months} months name anything else${unplanted.map(({ month, told }) => `; ${month.slice(0, 7)} ${told.join(', ')}`).join('')}; ${seasons} told as seasons${decoy.length > 0 ? `; decoy told: ${decoy.join(', ')}` : ''}`
					);
				} finally {
					await close();
				}
			}
			say(
				`${name}: ${sum.named} of ${sum.events} events named, ${sum.unplanted} of ${sum.months} months name anything unplanted, decoys told: ${sum.decoy}`
			);
			assert.ok(sum.named >= leastNamed * sum.events, 'events named');
			assert.ok(sum.unplanted <= mostUnplanted * sum.months, 'months with anything unplanted');
			assert.equal(sum.decoy, 0, 'decoy month');
		}
	}
};
