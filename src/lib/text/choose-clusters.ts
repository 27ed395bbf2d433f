import { sphericalKMeans, type Clustering } from './spherical-k-means.ts';
import { pick, type Directions } from './weights.ts';

/** Numbers of themes that are tried. More than these nobody reads. */
const triedClusters = [6, 10, 15, 20, 25, 30, 40, 50, 60] as const;
const fewestNarratives = 240;
const narrativesOfTheme = 100;
const sample = 8000;
/** Where a search begins decides where it ends: the best of so many is kept. */
const starts = 4;
const seed = 20_260_101;

/**
 * Groups narratives into themes. How many is chosen on a sample of at most 8,000, spread evenly: of the
 * numbers tried the one whose narratives lie clearest (largest mean simplified silhouette); the fewer where
 * two are alike. With fewer than 100 narratives a theme they are not grouped so finely.
 *
 * @returns null where there are too few narratives to group at all
 */
export function chooseClusters(
	given: Directions,
	onStep: (done: number, of: number) => void = () => undefined
): Clustering | null {
	if (given.documents < fewestNarratives) return null;
	const tried = triedClusters.filter(
		(clusters, at) => at === 0 || clusters * narrativesOfTheme <= given.documents
	);
	const step = Math.max(1, given.documents / sample);
	const chosen: number[] = [];
	for (let at = 0; at < given.documents; at += step) chosen.push(Math.floor(at));
	const part = pick(given, chosen);
	let best: Clustering | null = null;
	for (const [at, clusters] of tried.entries()) {
		for (let start = 0; start < starts; start++) {
			const found = sphericalKMeans(part, clusters, seed + start);
			if (!best || found.silhouette > best.silhouette + 1e-6) best = found;
		}
		onStep(at + 1, tried.length + 1);
	}
	return best && sphericalKMeans(given, best.clusters, best.middles);
}
