import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMenu } from '#lib/components/mark-place.ts';

const room = { left: 0, right: 1000, top: 0, bottom: 600 };
const menu = { width: 248, height: 180 };

describe('the menu of a mark', () => {
	it('stands to the right of its mark where there is room', () => {
		expect(placeMenu({ x: 300, y: 200 }, menu, room)).toEqual({
			left: 316,
			top: 176,
			tieX: 316,
			tieY: 200
		});
	});

	it('goes to the left at the right edge', () => {
		expect(placeMenu({ x: 900, y: 200 }, menu, room)).toMatchObject({ left: 636, tieX: 884 });
	});

	it('goes under the mark where neither side has room, over it at the bottom', () => {
		const phone = { left: 0, right: 358, top: 0, bottom: 600 };
		expect(placeMenu({ x: 180, y: 100 }, menu, phone)).toMatchObject({ left: 56, top: 116 });
		expect(placeMenu({ x: 180, y: 550 }, menu, phone)).toMatchObject({ top: 354, tieY: 534 });
	});

	it('is always whole within a room that can hold it beside any mark', () => {
		const inside = fc.record({
			x: fc.integer({ min: 0, max: 1000 }),
			y: fc.integer({ min: 0, max: 600 })
		});
		fc.assert(
			fc.property(inside, (mark) => {
				const { left, top } = placeMenu(mark, menu, room);
				return left >= 0 && left + 248 <= 1000 && top >= 0 && top + 180 <= 600;
			})
		);
	});
});
