import assert from 'node:assert/strict';
import { seeded } from '../statistics/seeded.ts';
import {
	isPlanted,
	oneCase,
	poisson,
	ranked,
	simulate,
	simulatedWeeks,
	type SimulatedCase
} from './simulated-drivers.ts';
import type { Trial } from './trial.ts';

const runs = 200;
const weekly = 150;
/** The value an effect is planted in: of middling size, in the dimension with most values. */
const planted = { dimension: 3, value: 6 };

export const trial: Trial = {
	shows:
		'drivers report something in at most 18 of 200 pairs of samples of one distribution, and find an effect of 6 standard errors in at least 188 of 200',
	minutes: 6,
	run: ({ seed, say }) => {
		for (const kind of ['flow', 'share'] as const)
			for (const spread of [0, 0.15]) {
				const random = seeded(seed + 7_919);
				let [alarms, found, judged] = [0, 0, 0];
				for (let run = 0; run < runs; run++) {
					const before = simulate(random, weekly, spread, 0.3);
					const now = simulate(random, weekly, spread, 0.3);
					const quiet = ranked(now, before, kind);
					judged += quiet.judged;
					if (quiet.changed) alarms++;
					const { drivers } = ranked(
						kind === 'flow'
							? moreCases(random, spread, now, before)
							: moreCounted(random, now, before),
						before,
						kind
					);
					if (drivers.some((each) => each.found && isPlanted(each, planted))) found++;
				}
				say(
					`${kind}, weeks vary by ${spread}: alarms in ${alarms} of ${runs} without a change, ` +
						`planted effect found in ${found} of ${runs}, ${Math.round(judged / runs)} judged`
				);
				assert.ok(alarms <= 18, `${alarms} alarms`);
				assert.ok(found >= 188, `${found} found`);
			}
		return Promise.resolve();
	}
};

const hasValue = ({ values }: SimulatedCase) => values[planted.dimension] === planted.value;

/** Six standard errors of the difference of two counts more cases of the value. */
function moreCases(
	random: () => number,
	spread: number,
	now: readonly SimulatedCase[],
	before: readonly SimulatedCase[]
): SimulatedCase[] {
	const counts = now.filter(hasValue).length + before.filter(hasValue).length;
	// Weeks that vary together widen the error, and the effect adds to it: d = 6 √(φ (counts + d)).
	const widening = 1 + (spread ** 2 * counts) / 2 / simulatedWeeks;
	const mean = 18 * widening + 6 * Math.sqrt(9 * widening ** 2 + widening * counts);
	const more = Array.from({ length: poisson(random, mean) }, (): SimulatedCase => {
		const values = [...oneCase(random, 0, 0.3).values];
		values[planted.dimension] = planted.value;
		return { week: Math.floor(random() * simulatedWeeks), values, counts: 0 };
	});
	return [...now, ...more];
}

/** The share among cases of the value higher by six (pooled) standard errors of the difference. */
function moreCounted(
	random: () => number,
	now: readonly SimulatedCase[],
	before: readonly SimulatedCase[]
): SimulatedCase[] {
	const [n1, n0] = [now.filter(hasValue).length, before.filter(hasValue).length];
	const share = 0.3;
	let raised = share;
	for (let i = 0; i < 50; i++) {
		const pooled = (raised * n1 + share * n0) / (n1 + n0);
		raised = share + 6 * Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0));
	}
	return now.map((each) =>
		hasValue(each) ? { ...each, counts: random() < raised ? 1 : 0 } : each
	);
}
