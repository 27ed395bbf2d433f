import { dimensions } from '#lib/measures/case-fields.ts';

const filterParameters: ReadonlySet<string> = new Set([
	...dimensions,
	...['since', 'until', 'period', 'against', 'source', 'score', 'state', 'has', 'lacks'],
	...['first_response', 'resolved_in', 'open_on', 'within', 'load', 'warning', 'q'],
	...['word', 'theme', 'alike'],
	...['extra', 'extra_value', 'due', 'worked_to_response', 'worked_to_resolution']
]);

/**
 * Where a list was turned to or a tour stands, what a mark was called: void as soon as the filter changes; and whom a
 * choice is made for.
 */
const positions: ReadonlySet<string> = new Set([
	...['after', 'before', 'page', 'for', 'suggested'],
	...['title', 'marked', 'tour', 'note']
]);

/** A page's own choices (sort, dimension …) among its parameters: they outlive a change of filter. */
export function ownParameters(parameters: URLSearchParams): Readonly<Record<string, string>> {
	return Object.fromEntries(
		[...parameters].filter(
			// A name with a stroke is a form action of the page.
			([name]) => !filterParameters.has(name) && !positions.has(name) && !name.startsWith('/')
		)
	);
}
