import type { PlotRow } from '#lib/charts/options/interval-plot.ts';
import { niceScale, type Scale } from '#lib/charts/parts/scale.ts';
import type { Formats } from '#lib/format/formats.ts';
import { limitStageName } from '#lib/messages/limit-words.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { Step } from '#lib/server/questions/timeliness-steps.ts';

export interface StepColumns {
	readonly steps: readonly Step[];
}

/** A marker at the median, a bar from it to the 90th percentile. */
export function plotRows({ steps }: StepColumns, f: Formats): readonly PlotRow[] {
	const longest = Math.max(...steps.map(({ share }) => share ?? 0));
	return steps.map((step) => {
		const name = limitStageName(step.stage);
		const isLongest = step.share !== null && step.share === longest;
		return {
			name,
			strong: isLongest,
			value: step.median,
			low: step.median,
			high: step.p90,
			verdict: isLongest ? 'neutral' : 'open',
			colour: isLongest ? 'ink' : 'ink2',
			cells: [
				f.duration(step.median),
				f.duration(step.p90),
				step.share === null ? '' : f.percent(step.share, 0)
			],
			mark: {
				id: step.stage,
				key: step.stage,
				words: [
					name,
					m.time_step_tip({ median: f.duration(step.median), p90: f.duration(step.p90) }),
					m.time_step_tip_cases({ cases: f.count(step.cases) })
				]
			}
		};
	});
}

/** Whole hours or days on the axis, from nothing. */
export function stepScale({ steps }: StepColumns): Scale {
	const unit = Math.max(...steps.map(({ p90 }) => p90), 1) > 2880 ? 1440 : 60;
	const scale = niceScale(0, Math.max(...steps.map(({ p90 }) => p90 / unit), 1), 5);
	return { min: 0, max: scale.max * unit, interval: scale.interval * unit };
}
