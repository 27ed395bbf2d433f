/**
 * Root of a continuous monotone function between two points where its sign differs, to the last
 * representable digit or so. When the sign does not differ, the end nearer to zero is the answer:
 * the limits of an interval then lie at the edge of what is possible.
 * Source: Dowell & Jarratt (1971), the Illinois form of false position, with bisection whenever it
 * does not halve the bracket.
 */
export function findRoot(f: (x: number) => number, from: number, to: number): number {
	let [a, b] = [from, to];
	let [fa, fb] = [f(a), f(b)];
	if (fa === 0) return a;
	if (fb === 0) return b;
	if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
	for (let step = 0; step < 300; step++) {
		const width = Math.abs(b - a);
		const interpolated = step % 3 === 2 ? (a + b) / 2 : b - (fb * (b - a)) / (fb - fa);
		const x = Number.isFinite(interpolated) ? interpolated : (a + b) / 2;
		const fx = f(x);
		if (fx === 0 || width <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b))) return x;
		if (fx > 0 === fb > 0) fa /= 2;
		else [a, fa] = [b, fb];
		[b, fb] = [x, fx];
	}
	return (a + b) / 2;
}
