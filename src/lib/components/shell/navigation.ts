import * as m from '#lib/messages/generated/messages.js';

export const navigationGroups = ['see', 'understand', 'act', 'data'] as const;
export type NavigationGroup = (typeof navigationGroups)[number];

/** What is open and counted in the rail. */
export type OpenCount = 'improvements';

/** One page in the rail. `keepsFilter`: the chosen filter goes along. */
export interface NavigationPage {
	readonly group: NavigationGroup;
	readonly href: string;
	readonly name: () => string;
	readonly keepsFilter?: boolean;
	/** What of it is open is counted beside its name. */
	readonly counts?: OpenCount;
}

/** Pages that exist, in the order of the loop. A page is listed when it can be opened, not before. */
export const navigationPages: readonly NavigationPage[] = [
	{ group: 'see', href: '/', name: m.page_overview, keepsFilter: true },
	{ group: 'see', href: '/board', name: m.page_board },
	{ group: 'see', href: '/reviews', name: m.page_reviews },
	{ group: 'understand', href: '/categories', name: m.page_categories, keepsFilter: true },
	{ group: 'understand', href: '/satisfaction', name: m.page_satisfaction, keepsFilter: true },
	{ group: 'understand', href: '/timeliness', name: m.page_timeliness, keepsFilter: true },
	{ group: 'understand', href: '/control', name: m.page_control, keepsFilter: true },
	{ group: 'understand', href: '/drivers', name: m.page_drivers, keepsFilter: true },
	{ group: 'understand', href: '/themes', name: m.page_themes, keepsFilter: true },
	{ group: 'understand', href: '/forecast', name: m.page_forecast, keepsFilter: true },
	{ group: 'act', href: '/improvements', name: m.page_improvements, counts: 'improvements' },
	{ group: 'act', href: '/audits', name: m.page_audits },
	{ group: 'data', href: '/cases', name: m.page_cases, keepsFilter: true },
	{ group: 'data', href: '/imports', name: m.page_imports },
	{ group: 'data', href: '/measures', name: m.page_measures },
	{ group: 'data', href: '/settings', name: m.page_settings }
];

export const groupNames: Readonly<Record<NavigationGroup, () => string>> = {
	see: m.nav_see,
	understand: m.nav_understand,
	act: m.nav_act,
	data: m.nav_data
};

/** The pages of each group that has any. */
export function groupedPages(): { group: NavigationGroup; pages: NavigationPage[] }[] {
	return navigationGroups
		.map((group) => ({ group, pages: navigationPages.filter((page) => page.group === group) }))
		.filter(({ pages }) => pages.length > 0);
}

/** The page of the rail an address belongs to: /cases/shop/17 belongs to /cases. */
export function pageAt(pathname: string): NavigationPage | undefined {
	return navigationPages.find(({ href }) =>
		href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
	);
}
