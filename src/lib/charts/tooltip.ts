import { markOf, type Mark } from './mark.ts';

const found = (parameters: unknown): Mark | undefined => {
	for (const each of Array.isArray(parameters) ? parameters : [parameters]) {
		const mark = markOf((each as { data?: unknown }).data);
		if (mark !== undefined) return mark;
	}
	return undefined;
};

/**
 * The one tooltip of all charts: the mark's own words. Built as text nodes, never as markup:
 * categories and shops are whatever a log says they are.
 */
export function tooltipOf(parameters: unknown): HTMLElement | string {
	const mark = found(parameters);
	if (mark === undefined) return '';
	const box = document.createElement('div');
	mark.words.forEach((words, at) => {
		const line = document.createElement('div');
		line.textContent = words;
		line.style.cssText = `line-height:${at === 0 ? 20 : 16}px;font-variant-numeric:tabular-nums`;
		if (at === 0) line.style.fontWeight = '600';
		box.append(line);
	});
	return box;
}
