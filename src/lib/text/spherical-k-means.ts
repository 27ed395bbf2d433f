import { seededRandom } from './seeded-random.ts';
import type { Directions } from './weights.ts';

export interface Clustering {
	readonly clusters: number;
	/** Cluster of each narrative; −1 where it has no term. */
	readonly cluster: Int32Array;
	/** Cosine with the middle of its cluster, 0–1. */
	readonly fit: Float32Array;
	/** Mean simplified silhouette: how much nearer narratives are to their own middle than to the next. */
	readonly silhouette: number;
}

const mostRounds = 25;
/** Narratives that seeds are drawn from. */
const seedingSample = 4000;

/**
 * Groups narratives by direction: spherical k-means (Dhillon & Modha 2001), seeded as k-means++ on
 * 1 − cosine, until no more than one narrative in a thousand moves. The same seed gives the same groups.
 */
export function sphericalKMeans(given: Directions, clusters: number, seed: number): Clustering {
	const { documents, dimensions, offsets, terms, weights } = given;
	// Term by term, the clusters side by side: a narrative touches few terms but all clusters.
	let middles = seeded(given, clusters, seed);
	const cluster = new Int32Array(documents).fill(-1);
	const fit = new Float32Array(documents);
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
	return { clusters, cluster, fit, silhouette };
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
	const distance = new Float64Array(candidates.length).fill(1);
	const middle = new Float32Array(dimensions);
	for (let c = 0; c < clusters && candidates.length > 0; c++) {
		let left = random() * distance.reduce((sum, each) => sum + each, 0);
		let at = distance.findIndex((each) => (left -= each) < 0);
		if (at < 0) at = Math.floor(random() * candidates.length);
		const chosen = candidates[at]!;
		middle.fill(0);
		for (let i = offsets[chosen]!; i < offsets[chosen + 1]!; i++) {
			middle[terms[i]!] = weights[i]!;
			middles[terms[i]! * clusters + c] = weights[i]!;
		}
		candidates.forEach((document, place) => {
			let cosine = 0;
			for (let i = offsets[document]!; i < offsets[document + 1]!; i++)
				cosine += weights[i]! * middle[terms[i]!]!;
			distance[place] = Math.min(distance[place]!, Math.max(0, 1 - cosine));
		});
	}
	return middles;
}

function ofLengthOne(sums: Float32Array, dimensions: number, clusters: number): Float32Array {
	const lengths = new Float64Array(clusters);
	for (let at = 0; at < dimensions * clusters; at++) lengths[at % clusters]! += sums[at]! ** 2;
	for (let c = 0; c < clusters; c++) lengths[c] = Math.sqrt(lengths[c]!) || 1;
	for (let at = 0; at < dimensions * clusters; at++) sums[at]! /= lengths[at % clusters]!;
	return sums;
}
