/** One measured figure; `ratio` is to the same work done bare in the same run. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit: string;
	readonly p95?: number;
	readonly ratio?: number;
	readonly aim?: string;
}

/** Milliseconds of each of `times` runs, ascending. */
export async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
	const taken: number[] = [];
	for (let run = 0; run < times; run++) {
		const started = performance.now();
		await work();
		taken.push(performance.now() - started);
	}
	return taken.sort((a, b) => a - b);
}

/** The value a share of the ascending values does not exceed. */
export function rank(ascending: readonly number[], share: number): number {
	return (
		ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? Number.NaN
	);
}
