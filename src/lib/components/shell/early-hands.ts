/**
 * Remembers what was opened and written before the page had its script: taking the page over, Svelte sets
 * every bound `<details>` and field to what the server sent, which would close it and lose the text.
 *
 * @returns puts it back and tells the page, once all is taken over
 */
export function earlyHands(): () => void {
	const opened = document.querySelectorAll<HTMLDetailsElement>('details[open]');
	const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
		'textarea, input:not([type=hidden], [type=file], [type=checkbox], [type=radio])'
	);
	const written = [...fields].flatMap((field) =>
		field.value === field.defaultValue ? [] : [{ field, value: field.value }]
	);
	return () => {
		for (const details of opened) details.open = true;
		for (const { field, value } of written) {
			field.value = value;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}
	};
}
