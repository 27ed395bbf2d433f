import { expect, it } from 'vitest';
import { maskAddress, maskEmail, maskName, maskPhone } from '#lib/format/mask-contact.ts';

it.each([
	[maskName, '张三', '张*'],
	[maskName, '欧阳娜娜', '欧***'],
	[maskName, '李', '李'],
	[maskName, 'John Smith', 'J***'],
	[maskPhone, '13812341234', '138****1234'],
	[maskPhone, '+1 555 0100', '+* *** **00'],
	[maskPhone, '分机 8866', '分机 **66'],
	[maskEmail, 'anna.li@example.com', 'a***@***'],
	[maskEmail, 'anna at example', 'a***'],
	[maskAddress, '上海市浦东新区世纪大道1号', '上海市***'],
	[maskAddress, '12 Main Street', '***']
])('%o hides %s', (mask, given, shown) => {
	expect(mask(given)).toBe(shown);
});
