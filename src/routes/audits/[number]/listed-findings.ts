import type { DrawnCase } from '#lib/audit/audit.ts';
import type { Finding } from '#lib/audit/results.ts';

/** Which findings an address asks for: those of a stratum, of an item or of one case; without any, all. */
export function isListed(
	asked: URLSearchParams,
	cases: readonly DrawnCase[]
): (finding: Pick<Finding, 'place' | 'item'>) => boolean {
	const [stratum, item, only] = ['stratum', 'item', 'place'].map((name) => asked.get(name));
	return (finding) =>
		(stratum == null || cases[finding.place - 1]?.stratum === stratum) &&
		(item == null || finding.item === item) &&
		(only == null || String(finding.place) === only);
}
