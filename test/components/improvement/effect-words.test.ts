import { expect, it } from 'vitest';
import { changeText } from '#lib/components/improvement/effect-words.ts';
import { formats } from '#lib/format/formats.ts';

const f = formats('en', 'Asia/Shanghai');

it('says a change of a ratio in per cent, of shares in points, of means in their own unit', () => {
	expect(changeText(f, 'ratio', -0.31)).toBe('−31%');
	expect(changeText(f, 'difference', -0.032)).toMatch(/^−3\.2 /);
	expect(changeText(f, 'amount', 0.21)).toBe('+0.21');
	expect(changeText(f, 'amount', -12.4)).toBe('−12.4');
});
