import assert from 'node:assert/strict';
import type { Finding } from '#lib/improvement/check.ts';
import type { Plan } from '#lib/improvement/plan.ts';
import { randomNumbers, type RandomNumbers } from './random-numbers.ts';
import {
	around,
	dispersion,
	groupOf,
	judge,
	ordersOf,
	plantedRatio,
	rateGroup,
	type Around
} from './simulated-improvement.ts';
import type { Trial } from './trial.ts';

const seeds = 200;
const errors = 4;
/** Cases a day before. */
const daily = 4;

/** One log: the change planted in it, and the finding; `planted` false: nothing changes. */
type Make = (
	random: RandomNumbers,
	planted: boolean
) => { readonly truth: number; readonly found: Finding };

interface Tally {
	effective: number;
	worse: number;
	covered: number;
}

export const trial: Trial = {
	shows: `of ${seeds} logs (overdispersion ${dispersion}, 12 months before, 3 after) an improvement of ${errors} standard errors is called effective in at least 184, its interval covers the truth in 181 to 197, and without one at most 11 are called effective`,
	minutes: 2,
	run: ({ seed, say }) => {
		const missed: string[] = [];
		const tally = (name: string, make: Make, decides: boolean): void => {
			const [planted, none] = [true, false].map((isPlanted) => {
				const found: Tally = { effective: 0, worse: 0, covered: 0 };
				for (let at = 0; at < seeds; at++) {
					const one = make(randomNumbers(seed * 100_003 + at * 7919), isPlanted);
					const { effect } = one.found.primary;
					if (one.found.outcome === 'effective') found.effective++;
					if (one.found.outcome === 'worse') found.worse++;
					if (effect && effect.lower <= one.truth && one.truth <= effect.upper) found.covered++;
				}
				return found;
			}) as [Tally, Tally];
			say(
				`${name}: planted effective ${planted.effective}, covered ${planted.covered}; ` +
					`nothing planted effective ${none.effective}, worse ${none.worse}, covered ${none.covered}`
			);
			if (none.effective > 11) missed.push(`${name}: ${none.effective} effective of nothing`);
			if (!decides) return;
			if (planted.effective < 184) missed.push(`${name}: effective ${planted.effective}`);
			if (planted.covered < 181 || planted.covered > 197)
				missed.push(`${name}: covered ${planted.covered}`);
		};
		tally(
			'rates by month, 12 + 3 (the usual grain of a plan)',
			rates(around('month', 12, 3)),
			true
		);
		tally('rates by week, 52 + 13', rates(around('week', 52, 13)), true);
		tally(
			'rates by month against a comparison group that moves alike',
			compared(around('month', 12, 3)),
			true
		);
		say('beside what the claim is made for (nothing planted: the same bound):');
		tally('shares by month, 12 + 3', shares(around('month', 12, 3)), false);
		tally('times by month, 12 + 3', times(around('month', 12, 3)), false);
		tally('rates by month with seasons, 24 + 6', seasonal(around('month', 24, 6)), false);
		tally('rates by month with seasons, 24 + 3', seasonal(around('month', 24, 3)), false);
		assert.deepEqual(missed, []);
		return Promise.resolve();
	}
};

const rateOf = daily / 1000;

function rates(span: Around): Make {
	return (random, planted) => {
		const orders = ordersOf(random, span);
		const truth = planted ? plantedRatio(orders, span.split, rateOf, errors) : 1;
		const own = rateGroup(random, span, orders, { rate: rateOf, ratio: truth });
		return { truth, found: judge(span, own) };
	};
}

/** A wave of the year, ±20 %, in both years. */
function seasonal(span: Around): Make {
	const wave = span.periods.map(
		({ since }) => 1 + 0.2 * Math.sin((2 * Math.PI * Date.parse(since)) / (365.25 * 86_400_000))
	);
	return (random, planted) => {
		const orders = ordersOf(random, span);
		const truth = planted ? plantedRatio(orders, span.split, rateOf, errors) : 1;
		const own = rateGroup(random, span, orders, { rate: rateOf, ratio: truth, season: wave });
		return { truth, found: judge(span, own) };
	};
}

/** Both groups share good and bad months (±20 %) and rise by a tenth after; standard error of both. */
function compared(span: Around): Make {
	return (random, planted) => {
		const orders = ordersOf(random, span);
		const season = span.periods.map(
			(_, at) => Math.exp(0.2 * random.normal()) * (at < span.split ? 1 : 1.1)
		);
		// The comparison group is five times as large: its part of the error is a fifth.
		const truth = planted ? plantedRatio(orders, span.split, rateOf, errors * Math.sqrt(1.2)) : 1;
		const own = rateGroup(random, span, orders, { rate: rateOf, ratio: truth, season });
		const other = rateGroup(random, span, orders, { rate: 5 * rateOf, ratio: 1, season });
		const method: Plan['method'] = 'difference_in_differences';
		return { truth, found: judge(span, own, { method, comparison: 'x' }, other) };
	};
}

/** Shares around 30 % of 200 cases a month, beta so that their scatter is three times the binomial one. */
function shares(span: Around): Make {
	const size = 200;
	const rho = (dispersion - 1) / (size - 1);
	return (random, planted) => {
		const before = 0.3;
		let truth = 0;
		const error = (after: number): number =>
			Math.sqrt(
				(dispersion / size) *
					((before * (1 - before)) / span.split +
						(after * (1 - after)) / (span.periods.length - span.split))
			);
		for (let round = 0; planted && round < 50; round++) truth = -errors * error(before + truth);
		const amounts = span.periods.map((_, at) => {
			const share = at < span.split ? before : before + truth;
			const weight = 1 / rho - 1;
			const above = random.gamma(share * weight);
			return random.binomial(size, above / (above + random.gamma((1 - share) * weight)));
		});
		const sizes = amounts.map(() => size);
		const own = groupOf({
			family: 'share',
			periods: span.periods,
			amounts,
			sizes,
			cases: sizes,
			multiplier: 1
		});
		return {
			truth,
			found: judge(span, own, { measure: 'dissatisfied_share', smallestChange: 0.02 })
		};
	};
}

/** Log-normal times of 150 cases a month whose months differ so that means scatter three times as much. */
function times(span: Around): Make {
	const size = 150;
	const spread = Math.sqrt((dispersion - 1) / size);
	return (random, planted) => {
		const error = Math.sqrt(
			(dispersion / size) * (1 / span.split + 1 / (span.periods.length - span.split))
		);
		const shift = planted ? -errors * error : 0;
		const grids = span.periods.map((_, at) => {
			const month = spread * random.normal() + (at < span.split ? 0 : shift);
			const counts = new Map<number, number>();
			for (let n = 0; n < size; n++) {
				const step = Math.round(200 * (6.4 + month + random.normal()));
				counts.set(step, (counts.get(step) ?? 0) + 1);
			}
			const at200 = [...counts.keys()].sort((a, b) => a - b);
			return { at: at200, counts: at200.map((step) => counts.get(step)!) };
		});
		const own = groupOf(
			{
				family: 'individual',
				periods: span.periods,
				amounts: span.periods.map(() => 600),
				sizes: span.periods.map(() => 1),
				cases: span.periods.map(() => size),
				multiplier: 1,
				logarithmic: true
			},
			grids
		);
		return { truth: Math.exp(shift), found: judge(span, own, { measure: 'resolution_median' }) };
	};
}
