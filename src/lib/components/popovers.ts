/** Closes every open popover that does not hold `target`; all of them without one. */
export function closePopovers(target?: EventTarget | null): void {
	for (const popover of openPopovers())
		if (!(target instanceof Node) || !popover.contains(target)) popover.open = false;
}

/** Escape closes the innermost open popover and gives the focus back to its button. */
export function closeOnEscape(event: KeyboardEvent): void {
	if (event.key !== 'Escape' || event.defaultPrevented) return;
	const innermost = [...openPopovers()].at(-1);
	if (!innermost) return;
	innermost.open = false;
	innermost.querySelector('summary')?.focus();
}

function openPopovers(): NodeListOf<HTMLDetailsElement> {
	return document.querySelectorAll('details[data-popover][open]');
}
