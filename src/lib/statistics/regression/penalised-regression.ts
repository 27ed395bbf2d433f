import type { Columns } from './least-squares.ts';

/** How the response scatters, and on which scale its expectation is a sum: log, logit, itself. */
export type ResponseKind = 'poisson' | 'binomial' | 'normal';

export interface PenalisedInput {
	readonly kind: ResponseKind;
	/** The constant is a column of its own. */
	readonly columns: Columns;
	/** Counts, or values of a normal response. */
	readonly response: readonly number[];
	/** Exposures of Poisson counts, sizes of binomial ones, weights of values; > 0. */
	readonly sizes: readonly number[];
	/** Added to the linear predictor; 0 where absent. */
	readonly offsets?: readonly number[];
	/** 1 / prior variance of each coefficient, 0 for none; times the dispersion of the response. */
	readonly penalties: readonly number[];
}

export interface PenalisedFit {
	readonly coefficients: readonly number[];
	/** (XᵀWX + P)⁻¹: times the dispersion the covariance of the coefficients, prior included */
	readonly inverse: readonly (readonly number[])[];
	/** Trace of the hat matrix: how many parameters the data had to pay for. */
	readonly parameters: number;
}

const mostSteps = 30;

/**
 * Generalised linear regression with canonical link whose coefficients have normal priors around 0, by
 * iteratively reweighted least squares: what is hardly known (a season seen once) is drawn towards nothing,
 * and its uncertainty stays in the covariance.
 * Source: Hastie, Tibshirani & Friedman (2009), § 3.4.1 and § 4.4; McCullagh & Nelder (1989), § 2.5.
 * @returns null when the columns do not determine the coefficients or the steps do not settle
 */
export function penalisedRegression(input: PenalisedInput): PenalisedFit | null {
	const { kind, columns, response, sizes, penalties } = input;
	const n = response.length;
	const shift = (i: number): number => input.offsets?.[i] ?? 0;
	let eta = response.map((y, i) => linearGuess(kind, y, sizes[i]!));
	let before: readonly number[] = [];
	for (let step = 0; step < mostSteps; step++) {
		const weights = new Float64Array(n);
		const working = new Float64Array(n);
		for (let i = 0; i < n; i++) {
			const { mean, weight } = meanOf(kind, eta[i]!, sizes[i]!);
			if (!(weight > 0) || !Number.isFinite(weight)) return null;
			weights[i] = weight;
			const miss = kind === 'normal' ? response[i]! - eta[i]! : (response[i]! - mean) / weight;
			working[i] = eta[i]! - shift(i) + miss;
		}
		const solved = solve(columns, working, weights, penalties);
		if (!solved) return null;
		const { coefficients } = solved;
		if (kind === 'normal' || settled(coefficients, before)) return solved;
		eta = eta.map((_, i) => shift(i) + linearAt(columns, coefficients, i));
		before = coefficients;
	}
	return null;
}

/** Expectation of a response, and the variance of a count (of a value the weight), at a linear predictor. */
export function meanOf(
	kind: ResponseKind,
	eta: number,
	size: number
): { readonly mean: number; readonly weight: number } {
	if (kind === 'normal') return { mean: eta, weight: size };
	if (kind === 'poisson') {
		const mean = size * Math.exp(eta);
		return { mean, weight: mean };
	}
	const share = 1 / (1 + Math.exp(-eta));
	return { mean: size * share, weight: size * share * (1 - share) };
}

function linearAt(columns: Columns, coefficients: readonly number[], row: number): number {
	return coefficients.reduce((sum, one, k) => sum + one * columns[k]![row]!, 0);
}

/** About where the linear predictor of one response lies; finite for counts of 0 too. */
export function linearGuess(kind: ResponseKind, y: number, size: number): number {
	if (kind === 'normal') return y;
	return kind === 'poisson' ? Math.log((y + 0.5) / size) : Math.log((y + 0.5) / (size - y + 0.5));
}

function settled(now: readonly number[], before: readonly number[]): boolean {
	return now.every(
		(value, j) => Math.abs(value - (before[j] ?? NaN)) <= 1e-6 * (1 + Math.abs(value))
	);
}

/** (XᵀWX + P)⁻¹ XᵀWz by Cholesky. */
function solve(
	columns: Columns,
	working: Float64Array,
	weights: Float64Array,
	penalties: readonly number[]
): PenalisedFit | null {
	const k = columns.length;
	const gram = columns.map((one, a) =>
		columns.map((other, b) => {
			if (b > a) return 0;
			let sum = 0;
			for (let i = 0; i < working.length; i++) sum += one[i]! * other[i]! * weights[i]!;
			return a === b ? sum + penalties[a]! : sum;
		})
	);
	const right = columns.map((one) => {
		let sum = 0;
		for (let i = 0; i < working.length; i++) sum += one[i]! * weights[i]! * working[i]!;
		return sum;
	});
	const root = cholesky(gram);
	if (!root) return null;
	const inverse = inverseOf(root);
	const coefficients = inverse.map((row) => row.reduce((sum, one, b) => sum + one * right[b]!, 0));
	const parameters = penalties.reduce((sum, penalty, a) => sum - penalty * inverse[a]![a]!, k);
	return { coefficients, inverse, parameters };
}

/** The lower triangle L with LLᵀ = the matrix, of which the lower triangle is given. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
	const root: number[][] = [];
	for (const [a, given] of matrix.entries()) {
		const row: number[] = [];
		for (let b = 0; b <= a; b++) {
			const other = b < a ? root[b]! : row;
			let rest = given[b]!;
			for (let c = 0; c < b; c++) rest -= row[c]! * other[c]!;
			if (a === b) {
				if (!(rest > 1e-10 * (Math.abs(given[a]!) || 1))) return null;
				row.push(Math.sqrt(rest));
			} else row.push(rest / other[b]!);
		}
		root.push(row);
	}
	return root;
}

function inverseOf(root: readonly (readonly number[])[]): number[][] {
	const k = root.length;
	const lower = root.map(() => new Array<number>(k).fill(0));
	for (let column = 0; column < k; column++)
		for (let a = column; a < k; a++) {
			let rest = a === column ? 1 : 0;
			for (let b = column; b < a; b++) rest -= root[a]![b]! * lower[b]![column]!;
			lower[a]![column] = rest / root[a]![a]!;
		}
	return root.map((_, a) =>
		root.map((__, b) => {
			let sum = 0;
			for (let c = Math.max(a, b); c < k; c++) sum += lower[c]![a]! * lower[c]![b]!;
			return sum;
		})
	);
}
