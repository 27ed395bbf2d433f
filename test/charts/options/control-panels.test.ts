import { expect, test } from 'vitest';
import {
	controlPanels,
	controlPanelsHeight,
	type ControlPanel,
	type ControlPanelWords
} from '#lib/charts/options/control-panels.ts';
import { look, months } from '../drawings.ts';

const line = (value: number): number[] => months.map(() => value);
const panels = ['A', 'B', 'C'].map((key): ControlPanel => ({
	key,
	period: months.map((month) => `${month}-01`),
	step: 'month',
	value: line(5),
	center: line(5),
	lower: line(2),
	upper: line(8),
	signal: months.map(() => null),
	side: months.map(() => 0),
	partial: [],
	flags: []
}));
const words: ControlPanelWords = {
	tick: String,
	month: (month) => month,
	year: (month) => month.slice(0, 4),
	title: (panel) => panels[panel]?.key ?? '',
	under: () => 'a very long sentence of what this panel says',
	tip: () => ['']
};

interface Plot {
	readonly left: number;
	readonly top: number;
	readonly width: number;
}
const plotsOf = (width: number): readonly Plot[] =>
	controlPanels(panels, look(width), words).grid as readonly Plot[];

test('on a phone two panels share a row, and the column is half as long', () => {
	const [a, b, c] = plotsOf(358);
	expect(b?.top).toBe(a?.top);
	expect(c?.left).toBe(a?.left);
	expect(c!.top).toBeGreaterThan(a!.top);
	expect(a!.left + a!.width).toBeLessThan(b!.left);
	expect(b!.left + b!.width).toBeLessThanOrEqual(358);
	const { narrow, wide } = controlPanelsHeight(12) as { narrow: number; wide: number };
	expect(narrow / 6).toBeLessThan(wide / 3);
});

test('with room all stand side by side', () => {
	expect(new Set(plotsOf(1120).map(({ top }) => top)).size).toBe(1);
});
