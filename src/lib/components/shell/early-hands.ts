/**
 * Remembers what was opened and filled in before the page had its script: taking the page over, Svelte sets
 * every bound `<details>`, and every field with a value, to what the server sent, which would lose it.
 *
 * @returns puts it back and tells the page, once all is taken over
 */
export function earlyHands(): () => void {
	const opened = document.querySelectorAll<HTMLDetailsElement>('details[open]');
	const fields = document.querySelectorAll<
		HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
	>('form[method=post] :is(textarea, select, input:not([type=hidden], [type=file]))');
	const filled = [...fields].flatMap((field) => keptFrom(field) ?? []);
	return () => {
		for (const details of opened) details.open = true;
		for (const { field, putBack } of filled) {
			putBack();
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}
	};
}

function keptFrom(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) {
	if (field instanceof HTMLSelectElement) {
		const { options, selectedIndex } = field;
		const sent = [...options].findIndex(({ defaultSelected }) => defaultSelected);
		if (field.multiple || selectedIndex === Math.max(0, sent)) return null;
		return { field, putBack: () => void (field.selectedIndex = selectedIndex) };
	}
	if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type)) {
		const { checked } = field;
		return checked === field.defaultChecked
			? null
			: { field, putBack: () => void (field.checked = checked) };
	}
	const { value } = field;
	return value === field.defaultValue ? null : { field, putBack: () => void (field.value = value) };
}
