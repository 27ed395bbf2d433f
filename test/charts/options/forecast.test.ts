import { expect, test } from 'vitest';
import { drawings, look, months } from '../drawings.ts';
import { fan } from '../fan.ts';
import { axes, points, seriesNamed, seriesOf } from './read.ts';

const drawn = (width?: number) => {
	const option = drawings['forecast fan']?.(look(width));
	if (option === undefined) throw new Error('no drawing');
	return option;
};
const numbers = (name: string) =>
	seriesNamed(drawn(), name).data.map((one) =>
		typeof one === 'object' && one !== null ? (one as { value: unknown }).value : one
	);

test('the fan opens from the last month that is over, and both bands follow it', () => {
	const last = months.length - 1;
	const value = fan.value[last];
	for (const band of ['80', '95']) {
		expect(numbers(`${band} lower`)[last]).toBe(value);
		expect(numbers(`${band} upper`)[last]).toBe(0);
	}
	expect(numbers('95 lower')[last + 1]).toBe(1700);
	expect(numbers('95 upper')[last + 1]).toBe(2100 - 1700);
	expect(numbers('expected').slice(last, last + 2)).toEqual([value, 1900]);
});

test('what came ends where the forecast begins', () => {
	const came = numbers('件数');
	expect(came[months.length - 1]).toBe(fan.value[months.length - 1]);
	expect(came.slice(months.length)).toEqual(Array.from({ length: 6 }, () => '-'));
});

test('the running month shows what has come as a hatched bar of its own', () => {
	const bar = seriesNamed(drawn(), 'seen');
	expect(bar.type).toBe('bar');
	expect(bar['itemStyle']).toHaveProperty('decal');
	expect(bar.data.filter((one) => one !== '-')).toEqual([1200]);
	expect(bar.data[months.length]).toBe(1200);
});

test('counts begin at zero and every month carries its mark', () => {
	expect(axes(drawn(), 'yAxis')[0]?.min).toBe(0);
	const marks = seriesNamed(drawn(), 'expected').data.slice(months.length);
	expect(marks.every((one) => (one as { mark?: unknown }).mark !== undefined)).toBe(true);
	expect(points(seriesNamed(drawn(), '件数'))[0]?.mark).toBeDefined();
});

test('a phone gets the last months, the forecast whole and suggestions where they belong', () => {
	const narrow = drawn(358);
	const [axis] = axes(narrow, 'xAxis');
	expect(axis?.data).toHaveLength(15 + 6);
	const line = seriesOf(narrow).find(({ name }) => name === '件数');
	expect(line?.markLine?.data.map((flag) => flag['xAxis'])).toEqual([9 - 8, 14 - 8]);
});
