/** What becomes of an answer: the page learns of it and stays, and no form is emptied. */
export function stay({
	update
}: {
	readonly update: (options: { readonly reset: boolean }) => Promise<void>;
}): Promise<void> {
	return update({ reset: false });
}

/** What a form is called that holds words nobody sent; undefined where none does. */
export function unsentForm(): string | undefined {
	return document.querySelector<HTMLElement>('form[data-unsent]')?.dataset.unsent;
}
