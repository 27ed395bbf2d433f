/** Columns of a design matrix, each as long as the response; the constant is a column of its own. */
export type Columns = readonly ArrayLike<number>[];

export interface LeastSquares {
	readonly coefficients: readonly number[];
	/** (XᵀWX)⁻¹, symmetric */
	readonly inverse: readonly (readonly number[])[];
	readonly fitted: readonly number[];
	readonly residuals: readonly number[];
}

/** A column whose length shrinks below this share when the others are taken out is one of them. */
const RANK_TOLERANCE = 1e-10;

/**
 * Weighted least squares by Gram–Schmidt with each column taken twice ("twice is enough", Giraud &
 * Langou 2005), which keeps the digits that normal equations lose with columns such as years.
 * @returns null when the columns do not determine the coefficients
 */
export function leastSquares(
	columns: Columns,
	response: ArrayLike<number>,
	weights?: ArrayLike<number>
): LeastSquares | null {
	const n = response.length;
	const root = Float64Array.from({ length: n }, (_, i) => Math.sqrt(weights ? weights[i]! : 1));
	const triangle: number[][] = [];
	const basis: Float64Array[] = [];
	for (const column of columns) {
		const rest = root.map((weight, i) => weight * column[i]!);
		const original = Math.sqrt(dot(rest, rest));
		const parts = new Array<number>(basis.length).fill(0);
		for (let pass = 0; pass < 2; pass++)
			basis.forEach((direction, k) => {
				const part = dot(direction, rest);
				parts[k]! += part;
				direction.forEach((value, i) => (rest[i]! -= part * value));
			});
		const length = Math.sqrt(dot(rest, rest));
		if (!(length > RANK_TOLERANCE * original)) return null;
		triangle.push([...parts, length]);
		basis.push(rest.map((value) => value / length));
	}
	const target = root.map((weight, i) => weight * response[i]!);
	const coefficients = solveUpper(
		triangle,
		basis.map((direction) => dot(direction, target))
	);
	const fitted = Array.from({ length: n }, (_, i) =>
		columns.reduce((sum, column, j) => sum + coefficients[j]! * column[i]!, 0)
	);
	return {
		coefficients,
		inverse: inverseOf(triangle),
		fitted,
		residuals: fitted.map((value, i) => response[i]! - value)
	};
}

function dot(a: Float64Array, b: Float64Array): number {
	return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

/** Solves R·x = b where `triangle[j]` holds column j of R, entries 0..j. */
function solveUpper(triangle: readonly number[][], right: readonly number[]): number[] {
	const x = [...right];
	for (let j = x.length - 1; j >= 0; j--) {
		x[j]! /= triangle[j]![j]!;
		for (let k = 0; k < j; k++) x[k]! -= triangle[j]![k]! * x[j]!;
	}
	return x;
}

/** (RᵀR)⁻¹ = R⁻¹R⁻ᵀ. */
function inverseOf(triangle: readonly number[][]): number[][] {
	const unit = (j: number): number[] => triangle.map((_, k) => (k === j ? 1 : 0));
	const columns = triangle.map((_, j) => solveUpper(triangle, unit(j)));
	return triangle.map((_, a) =>
		triangle.map((_, b) => columns.reduce((sum, column) => sum + column[a]! * column[b]!, 0))
	);
}
