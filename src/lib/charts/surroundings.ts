/** What around a chart decides its colours: theme, contrast and whether it goes to paper. */
export type Surroundings = {
	readonly scheme: 'light' | 'dark';
	readonly contrast: boolean;
	readonly font: string;
};

const questions = [
	'(prefers-color-scheme: dark)',
	'(prefers-contrast: more)',
	'(forced-colors: active)',
	'print'
] as const;

const holds = (question: (typeof questions)[number]): boolean => matchMedia(question).matches;

/** The theme a person chose stands on <html data-theme>, otherwise the system's counts. */
export function readSurroundings(element: HTMLElement): Surroundings {
	const chosen = document.documentElement.dataset['theme'];
	const darkWanted =
		chosen === 'dark' || (chosen !== 'light' && holds('(prefers-color-scheme: dark)'));
	return {
		scheme: darkWanted && !holds('print') ? 'dark' : 'light',
		contrast: holds('(prefers-contrast: more)') || holds('(forced-colors: active)'),
		font: getComputedStyle(element).fontFamily
	};
}

/** Calls back whenever the theme, the contrast or the medium changes; returns how to stop. */
export function watchSurroundings(changed: () => void): () => void {
	const lists = questions.map((question) => matchMedia(question));
	for (const list of lists) list.addEventListener('change', changed);
	const observer = new MutationObserver(changed);
	observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'lang'] });
	return () => {
		for (const list of lists) list.removeEventListener('change', changed);
		observer.disconnect();
	};
}
