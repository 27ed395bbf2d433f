import * as m from '#lib/messages/generated/messages.js';

/** One stop of the tour: a page of the demo, and what to see there. */
export interface TourStop {
	readonly href: string;
	readonly words: () => string;
}

/** From the state of things to a verdict, and on to one's own log. */
export const tourStops: readonly TourStop[] = [
	{ href: '/', words: m.tour_overview },
	{ href: '/categories', words: m.tour_categories },
	{ href: '/control', words: m.tour_control },
	{ href: '/drivers', words: m.tour_drivers },
	{ href: '/improvements', words: m.tour_improvements },
	{ href: '/imports', words: m.tour_imports }
];

/** Address of a stop, counted from 1; the address itself says that one is on tour. */
export function tourHref(stop: number): string {
	return `${tourStops[stop - 1]?.href ?? '/'}?tour=${stop}`;
}

/** The stop an address is at, counted from 1; null where one is not on tour. */
export function tourStopAt(url: URL): number | null {
	const stop = Number(url.searchParams.get('tour'));
	return tourStops[stop - 1]?.href === url.pathname ? stop : null;
}
