import assert from 'node:assert/strict';
import { controlFindings, markedMonths } from '../server/demo/control-findings.ts';
import type { Trial } from './trial.ts';

const rows = 60_000;

/** Truth says what was planted; the charts are the page's own, as it opens. */
export const trial: Trial = {
	shows: 'control charts of five demo logs find the improvement and do not report the decoy month',
	minutes: 2,
	run: async ({ seed, say }) => {
		const wrong: string[] = [];
		for (const own of Array.from({ length: 5 }, (_, at) => seed + at)) {
			const { log, page, subcategory, satisfaction } = await controlFindings(rows, own);
			const { improvement, decoy } = log.truth.planted;
			const { verdict, patterns } = subcategory.chart;
			const found = patterns.some(
				({ from, to, side }) =>
					side === -1 &&
					(subcategory.periods[to]?.since ?? '') > improvement.from_day &&
					(subcategory.periods[from]?.until ?? '') > improvement.from_day
			);
			const reported = [page, satisfaction]
				.flatMap(markedMonths)
				.filter((month) => month.startsWith(decoy.month));
			say(
				`seed ${own}: ${improvement.subcategory} from ${improvement.from_day} (× ${improvement.rate_ratio}) ${verdict.variation}, ` +
					`${patterns.length} signals; decoy ${decoy.month} (${decoy.z} standard errors) ${reported.length > 0 ? 'REPORTED' : 'not reported'}`
			);
			if (!found || verdict.variation !== 'improving') wrong.push(`seed ${own}: improvement`);
			if (reported.length > 0) wrong.push(`seed ${own}: decoy`);
		}
		assert.deepEqual(wrong, []);
	}
};
