/** A number: largest absolute difference. `rel`: largest difference relative to the expected one. */
export type Tolerance = number | { readonly rel: number };

/**
 * Where a result differs from what a reference case expects, one text a place; empty when it agrees.
 * Keys the case does not name are not compared; null means "not defined" and equals nothing else.
 */
export function difference(
	expected: unknown,
	got: unknown,
	tolerance: Tolerance,
	path = ''
): readonly string[] {
	const here = `${path || 'result'}: expected ${shown(expected)}, got ${shown(got)}`;
	if (expected === null || got === null || got === undefined)
		return expected === null && got === null ? [] : [here];
	if (Array.isArray(expected)) {
		if (!Array.isArray(got) || got.length !== expected.length) return [here];
		return expected.flatMap((entry, i) => difference(entry, got[i], tolerance, `${path}[${i}]`));
	}
	if (typeof expected === 'object') {
		const parts = got as Readonly<Record<string, unknown>>;
		return Object.entries(expected).flatMap(([key, entry]) =>
			difference(entry, parts[key], tolerance, `${path}.${key}`)
		);
	}
	if (typeof expected === 'number') {
		const allowed = typeof tolerance === 'number' ? tolerance : relative(expected, tolerance.rel);
		return typeof got === 'number' && Math.abs(got - expected) <= allowed ? [] : [here];
	}
	if (/\.due(At)?\[/.test(path))
		return Date.parse(String(expected)) === Date.parse(String(got)) ? [] : [here];
	return expected === got ? [] : [here];
}

function relative(expected: number, rel: number): number {
	return expected === 0 ? rel : rel * Math.abs(expected);
}

/** Also tells NaN and infinity apart, which JSON would print as null. */
function shown(value: unknown): string {
	if (typeof value === 'number' || value === undefined) return String(value);
	const text = JSON.stringify(value);
	return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
