import assert from 'node:assert/strict';
import type { PlanCheck } from '#lib/server/questions/improvement-check.ts';
import { verdictFindings } from '../server/questions/improvement-demo.ts';
import type { Trial } from './trial.ts';

/** Of every subcategory that nobody touched, so many may be called effective: one in forty is by chance. */
const mostByChance = 0.05;

export const trial: Trial = {
	shows: `in five demo logs the planted improvement is called effective with an interval that covers it, one of the decoy month or with too little data never, of untouched subcategories at most ${100 * mostByChance} %`,
	minutes: 3,
	run: async ({ seed, say }) => {
		const wrong: string[] = [];
		let [untouched, called] = [0, 0];
		for (const each of Array.from({ length: 5 }, (_, at) => seed + at)) {
			const { truth, planted, short, decoys, others } = await verdictFindings(each);
			const { rate_ratio: ratio, subcategory, from_day } = truth.improvement;
			say(`seed ${each}: ${subcategory} from ${from_day}, planted × ${ratio}: ${said(planted)}`);
			const effect = planted.verdict?.primary.effect;
			if (planted.verdict?.outcome !== 'effective') wrong.push(`seed ${each}: planted`);
			if (!effect || effect.lower > ratio || effect.upper < ratio)
				wrong.push(`seed ${each}: interval`);
			say(`  too little data: ${said(short)}`);
			if (short.verdict?.outcome !== 'cannot_tell') wrong.push(`seed ${each}: too little data`);
			for (const [name, found] of decoys) {
				say(`  ${name}: ${said(found)}`);
				if (found.verdict?.outcome === 'effective') wrong.push(`seed ${each}: ${name}`);
			}
			const effective = others.filter(([, found]) => found.verdict?.outcome === 'effective');
			untouched += others.length;
			called += effective.length;
			say(
				`  ${others.length} untouched subcategories: ${effective.length} effective` +
					effective.map(([name, found]) => `; ${name} ${said(found)}`).join('')
			);
		}
		say(`untouched: ${called} of ${untouched} effective`);
		assert.deepEqual(wrong, []);
		assert.ok(called <= mostByChance * untouched, `${called} of ${untouched} untouched effective`);
	}
};

function said({ verdict, problem }: PlanCheck): string {
	const effect = verdict?.primary.effect;
	const digits = (value: number | undefined): string => value?.toFixed(3) ?? '–';
	return verdict
		? `${verdict.outcome} ${digits(effect?.estimate)} (${digits(effect?.lower)} to ${digits(effect?.upper)}), φ ${digits(verdict.dispersion ?? undefined)}`
		: `${problem}`;
}
