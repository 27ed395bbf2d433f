import type { ForecastColumns, ForecastWords } from '#lib/charts/options/forecast-columns.ts';
import { annotationFlags, type Flag } from '#lib/measures/annotations.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ComingCount, ForecastPageFacts } from '#lib/server/questions/forecast-page.ts';
import { roughly, type ForecastView } from './forecast-view.ts';
import { pointTip } from './forecast-words.ts';

export function forecastColumns({ facts }: ForecastView): ForecastColumns {
	const { past, total } = facts;
	const coming = total.coming ? facts.coming : [];
	const later = (pick: (count: ComingCount) => number | null): number[] => [
		...past.map(() => Number.NaN),
		...(total.coming ?? []).map((count) => pick(count) ?? Number.NaN)
	];
	return {
		period: [...past, ...coming].map(({ since }) => since),
		step: facts.choices.step,
		value: [...total.counts, ...coming.map(() => Number.NaN)],
		median: later(({ median }) => median),
		lower80: later(({ lower80 }) => lower80),
		upper80: later(({ upper80 }) => upper80),
		lower95: later(({ lower95 }) => lower95),
		upper95: later(({ upper95 }) => upper95),
		earlier: later(({ lastYear }) => lastYear),
		seen: total.seen ?? Number.NaN,
		flags: flagsOf(facts)
	};
}

/** Changes of level that were found, and what people say happened. */
function flagsOf({ total, past, annotations }: ForecastPageFacts): readonly Flag[] {
	const changes = total.changes.flatMap(({ at }) => {
		const period = past[at];
		return period ? [{ day: period.since, label: m.forecast_flag() }] : [];
	});
	return annotationFlags([...changes, ...annotations], past);
}

export function forecastWords(view: ForecastView): ForecastWords {
	const { f } = view;
	return {
		valueName: m.forecast_axis(),
		tick: f.compactCount,
		median: (value) => m.forecast_median({ value: roughly(view, value) }),
		upper: (value) => m.forecast_upper({ value: roughly(view, value) }),
		lower: (value) => m.forecast_lower({ value: roughly(view, value) }),
		earlier: m.forecast_earlier(),
		month: f.monthOfYear,
		year: f.year,
		tip: (at) => pointTip(view, at)
	};
}
