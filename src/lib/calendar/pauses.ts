import type { Span } from './working-hours.ts';

/** Pauses in any order, overlapping or empty, as ascending spans apart from each other. */
export function mergedSpans(spans: readonly Span[]): readonly Span[] {
	const merged: Span[] = [];
	for (const next of spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
		const last = merged.at(-1);
		if (last && next.from <= last.to)
			merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
		else merged.push(next);
	}
	return merged;
}

/** What is left of a span when merged pauses are taken out, ascending. */
export function withoutPauses(span: Span, pauses: readonly Span[]): readonly Span[] {
	const left: Span[] = [];
	let from = span.from;
	for (const pause of pauses) {
		if (pause.to <= from) continue;
		if (pause.from >= span.to) break;
		if (pause.from > from) left.push({ from, to: pause.from });
		from = pause.to;
	}
	if (from < span.to) left.push({ from, to: span.to });
	return left;
}
