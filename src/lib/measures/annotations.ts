/** What happened, so that a change seen in a chart can be read beside it. */
export const annotationKinds = ['release', 'campaign', 'holiday', 'policy', 'other'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** Something that happened, kept with the data and drawn on every chart over time it concerns. */
export interface Annotation {
	readonly id: string;
	readonly kind: AnnotationKind;
	readonly label: string;
	/** First day, and the last where it lasted. */
	readonly day: string;
	readonly lastDay: string | null;
	/** The cases it concerns (`selectionKey`); empty: all. */
	readonly selection: string;
}

/** A flag of a chart: the place of its period and its words. */
export interface Flag {
	readonly at: number;
	readonly label: string;
}

/**
 * Where annotations stand on a chart of these periods (months, weeks or days, half-open, ascending): at the
 * period their first day lies in. Several in one period share a flag.
 */
export function annotationFlags(
	annotations: readonly Pick<Annotation, 'label' | 'day'>[],
	periods: readonly { readonly since: string; readonly until: string }[]
): readonly Flag[] {
	const labels = new Map<number, string[]>();
	for (const { day, label } of annotations) {
		const at = periods.findIndex(({ since, until }) => since <= day && day < until);
		if (at >= 0) labels.set(at, [...(labels.get(at) ?? []), label]);
	}
	return [...labels]
		.sort(([a], [b]) => a - b)
		.map(([at, names]) => ({ at, label: names.join(' · ') }));
}
