import { seededRandom } from './seeded-random.ts';
import type { Directions } from './weights.ts';

export interface Clustering {
	readonly clusters: number;
	/** Cluster of each narrative; −1 where it has no term. */
	readonly cluster: Int32Array;
	/** Cosine with the middle of its cluster, 0–1. */
	readonly fit: Float32Array;
	/** Cosine with the next likest middle. */
	readonly next: Float32Array;
	/** Mean simplified silhouette: how much nearer narratives are to their own middle than to the next. */
	readonly silhouette: number;
	/** Middles of the clusters, term by term, the clusters side by side. */
	readonly middles: Float32Array;
}

const mostRounds = 25;
/** Narratives that seeds are drawn from. */
const seedingSample = 4000;
/** Of so many drawn the one that leaves the others nearest is taken (greedy k-means++). */
const draws = 4;

/**
 * Groups narratives by direction: spherical k-means (Dhillon & Modha 2001), seeded as k-means++ on
 * 1 − cosine, until no more than one narrative in a thousand moves. The same seed gives the same groups.
 *
 * @param start a seed, or middles found before
 */
export function sphericalKMeans(
	given: Directions,
	clusters: number,
	start: number | Float32Array
): Clustering {
	const { documents, dimensions, offsets, terms, weights } = given;
	// Term by term, the clusters side by side: a narrative touches few terms but all clusters.
	let middles = typeof start === 'number' ? seeded(given, clusters, start) : start;
	const cluster = new Int32Array(documents).fill(-1);
	const fit = new Float32Array(documents);
	const next = new Float32Array(documents);
	const closeness = new Float64Array(clusters);
	let silhouette = 0;
	for (let round = 0; round < mostRounds; round++) {
		const sums = new Float32Array(dimensions * clusters);
		let moved = 0;
		let judged = 0;
		silhouette = 0;
		for (let document = 0; document < documents; document++) {
			const [from, to] = [offsets[document]!, offsets[document + 1]!];
			closeness.fill(0);
			let length = 0;
			for (let at = from; at < to; at++) {
				const weight = weights[at]!;
				length += weight;
				const row = terms[at]! * clusters;
				for (let c = 0; c < clusters; c++) closeness[c]! += weight * middles[row + c]!;
			}
			if (length === 0) continue;
			let [best, second] = [0, -1];
			for (let c = 1; c < clusters; c++) {
				if (closeness[c]! > closeness[best]!) [best, second] = [c, best];
				else if (second < 0 || closeness[c]! > closeness[second]!) second = c;
			}
			if (cluster[document] !== best) moved++;
			cluster[document] = best;
			fit[document] = closeness[best]!;
			next[document] = second < 0 ? 0 : closeness[second]!;
			const own = 1 - closeness[best]!;
			const other = second < 0 ? 1 : 1 - closeness[second]!;
			silhouette += other > 0 ? (other - own) / other : 0;
			judged++;
			for (let at = from; at < to; at++) sums[terms[at]! * clusters + best]! += weights[at]!;
		}
		silhouette /= Math.max(1, judged);
		if (moved <= judged / 1000) break;
		middles = ofLengthOne(sums, dimensions, clusters);
	}
	return { clusters, cluster, fit, next, silhouette, middles };
}

function seeded(given: Directions, clusters: number, seed: number): Float32Array {
	const { documents, dimensions, offsets, terms, weights } = given;
	const random = seededRandom(seed);
	const step = Math.max(1, documents / seedingSample);
	const candidates: number[] = [];
	for (let at = 0; at < documents; at += step) {
		const document = Math.floor(at);
		const end = offsets[document + 1]!;
		if (weights.subarray(offsets[document]!, end).some((weight) => weight > 0))
			candidates.push(document);
	}
	const middles = new Float32Array(dimensions * clusters);
	const middle = new Float32Array(dimensions);
	let distance = new Float64Array(candidates.length).fill(1);
	for (let c = 0; c < clusters && candidates.length > 0; c++) {
		let best = { document: candidates[0]!, distance, total: Infinity };
		for (let draw = 0; draw < draws; draw++) {
			const document = candidates[drawn(distance, random)]!;
			middle.fill(0);
			for (let at = offsets[document]!; at < offsets[document + 1]!; at++)
				middle[terms[at]!] = weights[at]!;
			const nearer = distance.map((before, place) =>
				Math.min(before, Math.max(0, 1 - cosine(given, candidates[place]!, middle)))
			);
			const total = nearer.reduce((sum, each) => sum + each, 0);
			if (total < best.total) best = { document, distance: nearer, total };
		}
		distance = best.distance;
		for (let at = offsets[best.document]!; at < offsets[best.document + 1]!; at++)
			middles[terms[at]! * clusters + c] = weights[at]!;
	}
	return middles;
}

/** A place drawn with the odds of its distance. */
function drawn(distance: Float64Array, random: () => number): number {
	let left = random() * distance.reduce((sum, each) => sum + each, 0);
	const place = distance.findIndex((each) => (left -= each) < 0);
	return place < 0 ? Math.floor(random() * distance.length) : place;
}

function cosine(given: Directions, document: number, middle: Float32Array): number {
	let sum = 0;
	for (let at = given.offsets[document]!; at < given.offsets[document + 1]!; at++)
		sum += given.weights[at]! * middle[given.terms[at]!]!;
	return sum;
}

function ofLengthOne(sums: Float32Array, dimensions: number, clusters: number): Float32Array {
	const lengths = new Float64Array(clusters);
	for (let at = 0; at < dimensions * clusters; at++) lengths[at % clusters]! += sums[at]! ** 2;
	for (let c = 0; c < clusters; c++) lengths[c] = Math.sqrt(lengths[c]!) || 1;
	for (let at = 0; at < dimensions * clusters; at++) sums[at]! /= lengths[at % clusters]!;
	return sums;
}
