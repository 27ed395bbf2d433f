export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Edges that the menu must keep within, in the same coordinates as the mark. */
export interface Room {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Where the menu stands, and where the line from the mark meets it. */
export interface MenuPlace {
	readonly left: number;
	readonly top: number;
	readonly tieX: number;
	readonly tieY: number;
}

const gap = 16;

/**
 * Puts a menu to the right of a mark, else to its left, else (a phone) under or over it, always whole
 * within the room if it fits at all.
 */
export function placeMenu(
	mark: Point,
	menu: { readonly width: number; readonly height: number },
	room: Room
): MenuPlace {
	const top = within(mark.y - 24, room.top, room.bottom - menu.height);
	const tieY = within(mark.y, top, top + menu.height);
	if (mark.x + gap + menu.width <= room.right)
		return { left: mark.x + gap, top, tieX: mark.x + gap, tieY };
	if (mark.x - gap - menu.width >= room.left) {
		const left = mark.x - gap - menu.width;
		return { left, top, tieX: left + menu.width, tieY };
	}
	const left = within(mark.x - menu.width / 2, room.left, room.right - menu.width);
	const below = mark.y + gap + menu.height <= room.bottom;
	const edge = below ? mark.y + gap : mark.y - gap - menu.height;
	return { left, top: edge, tieX: mark.x, tieY: below ? edge : edge + menu.height };
}

function within(value: number, low: number, high: number): number {
	return Math.max(low, Math.min(value, high));
}
