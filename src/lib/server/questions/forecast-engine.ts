import { readFile } from 'node:fs/promises';
import initEts, { AutoETS } from '@bsull/augurs/ets';
import initMstl, { MSTL } from '@bsull/augurs/mstl';
import type { ForecastEngine } from '#lib/measures/forecast-methods.ts';
import { normalQuantile } from '#lib/statistics/distributions/normal.ts';
import type { ForecastPath } from '#lib/statistics/forecast/forecast-path.ts';

let engine: Promise<ForecastEngine> | undefined;

/** augurs (WebAssembly): its code is read from `node_modules` at the first forecast, never from a network. */
export function forecastEngine(): Promise<ForecastEngine> {
	engine ??= load().catch((error: unknown) => {
		engine = undefined;
		throw error;
	});
	return engine;
}

const level = 0.95;
const reach = normalQuantile((1 + level) / 2);

async function load(): Promise<ForecastEngine> {
	await Promise.all([initMstl(await code('mstl')), initEts(await code('ets'))]);
	return {
		mstlEts: (values, season, horizon) =>
			values.length < 2 * season ? null : fitted(MSTL.ets([season]), values, horizon),
		ets: (values, _, horizon) => fitted(new AutoETS(1, 'ZZN'), values, horizon)
	};
}

async function code(part: 'mstl' | 'ets') {
	const script = import.meta.resolve(`@bsull/augurs/${part}`);
	return { module_or_path: await readFile(new URL(`${part}_bg.wasm`, script)) };
}

/** The library throws on what it cannot fit; its memory is not ours to collect. */
function fitted(
	model: AutoETS | MSTL,
	values: readonly number[],
	horizon: number
): ForecastPath | null {
	try {
		model.fit(Float64Array.from(values));
		const { point, intervals } = model.predict(horizon, level);
		if (!intervals) return null;
		const error = intervals.upper.map((upper, h) => (upper - intervals.lower[h]!) / (2 * reach));
		return [...point, ...error].every(Number.isFinite) ? { point, error } : null;
	} catch {
		return null;
	} finally {
		model.free();
	}
}
