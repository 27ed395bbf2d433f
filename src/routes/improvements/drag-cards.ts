import type { Attachment } from 'svelte/attachments';
import { stages, type Stage } from '#lib/improvement/stages.ts';

interface Drag {
	/** A card is carried over a stage; both undefined: none is any more. */
	readonly onmove: (id: string | undefined, over: Stage | undefined) => void;
	readonly ondrop: (id: string, to: Stage) => void;
}

/** A mouse carries after so many px, a finger after so many ms at rest: before, it scrolls. */
const carryAfterPx = 6;
const carryAfterMs = 300;
/** So near to the edge of the window it scrolls. */
const edgePx = 72;

/** Carries cards (`data-card`) to stages (`data-stage`) by mouse, pen and finger; Escape lets go. */
export function dragCards({ onmove, ondrop }: Drag): Attachment<HTMLElement> {
	return (board) => {
		let card: HTMLElement | null = null;
		let ghost: HTMLElement | null = null;
		let start = { x: 0, y: 0 };
		let at = { x: 0, y: 0 };
		let rest: ReturnType<typeof setTimeout> | undefined;
		let carriedAt = 0;

		const stageAt = (): Stage | undefined => {
			const under = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>('[data-stage]');
			return stages.find((stage) => stage === under?.dataset.stage);
		};
		const place = () => {
			if (!ghost || !card) return;
			ghost.style.translate = `${at.x - start.x}px ${at.y - start.y}px`;
			if (at.y < edgePx) scrollBy(0, -8);
			else if (at.y > innerHeight - edgePx) scrollBy(0, 8);
			onmove(card.dataset.card, stageAt());
		};
		const carry = () => {
			if (!card || ghost) return;
			const { left, top, width, height } = card.getBoundingClientRect();
			ghost = card.cloneNode(true) as HTMLElement;
			ghost.removeAttribute('data-card');
			ghost.inert = true;
			Object.assign(ghost.style, {
				...{ position: 'fixed', zIndex: '50', pointerEvents: 'none', opacity: '0.9' },
				...{ left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` }
			});
			document.body.append(ghost);
			card.style.opacity = '0.35';
			place();
		};
		const letGo = () => {
			clearTimeout(rest);
			if (ghost) carriedAt = performance.now();
			ghost?.remove();
			if (card) card.style.opacity = '';
			card = ghost = null;
			onmove(undefined, undefined);
			for (const [name, listener] of listeners) removeEventListener(name, listener);
			removeEventListener('touchmove', hold);
		};
		const moved = (event: Event) => {
			const { clientX: x, clientY: y, pointerType } = event as PointerEvent;
			at = { x, y };
			if (ghost) return place();
			if (Math.hypot(x - start.x, y - start.y) < carryAfterPx) return;
			// A finger that moves before it rested scrolls.
			if (pointerType === 'touch') letGo();
			else carry();
		};
		const released = () => {
			const to = ghost ? stageAt() : undefined;
			const id = card?.dataset.card;
			letGo();
			if (id !== undefined && to !== undefined) ondrop(id, to);
		};
		const key = (event: Event) => {
			if ((event as KeyboardEvent).key === 'Escape') letGo();
		};
		const hold = (event: TouchEvent) => {
			if (ghost && event.cancelable) event.preventDefault();
		};
		const listeners: readonly (readonly [string, (event: Event) => void])[] = [
			['pointermove', moved],
			['pointerup', released],
			['pointercancel', letGo],
			['keydown', key],
			['scroll', place]
		];
		const pressed = (event: PointerEvent) => {
			const target = event.target instanceof Element ? event.target : null;
			const found = target?.closest<HTMLElement>('[data-card]') ?? null;
			if (event.button !== 0 || !found || target?.closest('details, form, button')) return;
			if (found.closest('[data-stage="closed"]')) return;
			card = found;
			start = at = { x: event.clientX, y: event.clientY };
			if (event.pointerType === 'touch') rest = setTimeout(carry, carryAfterMs);
			for (const [name, listener] of listeners) addEventListener(name, listener);
			addEventListener('touchmove', hold, { passive: false });
		};
		// A card carried by its title was not clicked.
		const clicked = (event: MouseEvent) => {
			if (performance.now() - carriedAt < 100) event.preventDefault();
		};
		const menu = (event: Event) => {
			if (ghost) event.preventDefault();
		};
		board.addEventListener('pointerdown', pressed);
		board.addEventListener('click', clicked, true);
		board.addEventListener('contextmenu', menu);
		return () => {
			letGo();
			board.removeEventListener('pointerdown', pressed);
			board.removeEventListener('click', clicked, true);
			board.removeEventListener('contextmenu', menu);
		};
	};
}
