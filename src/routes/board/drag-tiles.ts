import type { Attachment } from 'svelte/attachments';

interface Drag {
	/** A tile is carried over the place of another; both undefined: none is any more. */
	readonly onmove: (tile: string | undefined, over: string | undefined) => void;
	readonly ondrop: (tile: string, over: string) => void;
}

/** So near to the edge of the window it scrolls. */
const edgePx = 72;

/**
 * Carries tiles (`data-tile`) by their handles (`data-grip`) with mouse, pen and finger; Escape lets go. A
 * handle has `touch-action: none`, so that a finger on it carries while one beside it scrolls.
 */
export function dragTiles({ onmove, ondrop }: Drag): Attachment<HTMLElement> {
	return (board) => {
		let tile: HTMLElement | null = null;
		let start = { x: 0, y: 0 };
		let over: string | undefined;
		let carried = new AbortController();

		const letGo = () => {
			carried.abort();
			if (tile) tile.style.translate = tile.style.pointerEvents = tile.style.zIndex = '';
			tile = null;
			over = undefined;
			onmove(undefined, undefined);
		};
		const moved = ({ clientX, clientY }: PointerEvent) => {
			if (!tile) return;
			tile.style.translate = `${clientX - start.x}px ${clientY - start.y}px`;
			const at = clientY < edgePx ? -8 : clientY > innerHeight - edgePx ? 8 : 0;
			if (at !== 0) {
				scrollBy(0, at);
				start.y -= at;
			}
			const under = document.elementFromPoint(clientX, clientY);
			over = under?.closest<HTMLElement>('[data-tile]')?.dataset.tile;
			onmove(tile.dataset.tile, over);
		};
		const released = () => {
			const [from, to] = [tile?.dataset.tile, over];
			letGo();
			if (from !== undefined && to !== undefined && from !== to) ondrop(from, to);
		};
		const pressed = (event: PointerEvent) => {
			const grip = event.target instanceof Element ? event.target.closest('[data-grip]') : null;
			const found = grip?.closest<HTMLElement>('[data-tile]') ?? null;
			if (event.button !== 0 || !found) return;
			tile = found;
			start = { x: event.clientX, y: event.clientY };
			tile.style.pointerEvents = 'none';
			tile.style.zIndex = '20';
			carried = new AbortController();
			const { signal } = carried;
			addEventListener('pointermove', moved, { signal });
			addEventListener('pointerup', released, { signal });
			addEventListener('pointercancel', letGo, { signal });
			addEventListener('keydown', ({ key }) => key === 'Escape' && letGo(), { signal });
		};
		board.addEventListener('pointerdown', pressed);
		return () => {
			letGo();
			board.removeEventListener('pointerdown', pressed);
		};
	};
}
