const steps = [1, 1.2, 1.6, 2, 2.4, 3, 4, 6, 8, 10] as const;

/** The next round number at or above a value, such that its quarters are round as well. */
export function niceCeiling(value: number): number {
	if (!(value > 0)) return 4;
	const power = 10 ** Math.floor(Math.log10(value));
	const step = steps.find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
	return Math.max(4, step * power);
}
