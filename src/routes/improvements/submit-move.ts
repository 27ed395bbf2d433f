import type { SubmitFunction } from '@sveltejs/kit';
import { closePopovers } from '#lib/components/popovers.ts';
import { tick } from 'svelte';

/** Sends a move, then gives the focus back to the card where it now stands. */
export const submitMove: SubmitFunction = ({ formData }) => {
	const id = String(formData.get('id'));
	return async ({ update }) => {
		closePopovers();
		await update({ reset: false });
		await tick();
		document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] a`)?.focus();
	};
};
