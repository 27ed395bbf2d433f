/** Forecasts by what they were made of, the longest unasked first; identical asks in flight share one. */
const kept = new Map<string, Promise<unknown>>();
const mostKept = 60;

/** The forecast under a key that names data version, filter and choices: made once, never stale. */
export function keptForecast<T>(key: string, make: () => Promise<T>): Promise<T> {
	const found = (kept.get(key) as Promise<T> | undefined) ?? make();
	kept.delete(key);
	kept.set(key, found);
	found.catch(() => {
		if (kept.get(key) === found) kept.delete(key);
	});
	for (const oldest of kept.keys()) {
		if (kept.size <= mostKept) break;
		kept.delete(oldest);
	}
	return found;
}
