import { expect, test } from 'vitest';
import { maskText } from '#lib/format/mask.ts';

test.each([
	['mainland mobile', '请回电13812345678谢谢', '请回电138****5678谢谢'],
	['mobile with country code', 'tel +86 138 1234 5678.', 'tel +86 138 **** 5678.'],
	['mobile in groups', '电话138-1234-5678', '电话138-****-5678'],
	['full-width mobile', '手机１３８１２３４５６７８', '手机138****5678'],
	['Taiwan mobile', '手機 0912-345-678', '手機 0912-***-*78'],
	['Taiwan mobile abroad', '+886 912 345 678', '+886 912 *** *78'],
	['mainland landline', '座机 010-12345678', '座机 010-******78'],
	['landline in one', '座机02112345678', '座机021******78'],
	['Taiwan landline', '市話 (02) 2345-6789', '市話 (02) ****-**89'],
	['e-mail', '发到 li.ming+a@mail.example.com 即可', '发到 l***@*** 即可'],
	// 110101199003074514 is the usual specimen: its check digit is right.
	['mainland identity card', '身份证110101199003074514', '身份证110*************14'],
	['Taiwan identity card', '身分證 A123456789', '身分證 A1******89'],
	// 4111 1111 1111 1111 is the usual specimen: it passes Luhn's check.
	['bank card', '卡号 4111 1111 1111 1111', '卡号 4111 **** **** 1111']
])('masks a %s inside a sentence', (_, text, masked) => {
	expect(maskText(text)).toBe(masked);
});

test.each([
	['an order number that is no card', '订单 4111111111111112 未收到'],
	['a number of 18 digits with a wrong check digit', '单号110101199003074515'],
	['a longer number that holds a mobile number', '运单 SF9138123456780'],
	['amounts, dates and times', '2025-11-18 09:03 退款 1,299.00 元，共 12345678 件'],
	['text without digits', '包装破损，要求退款！']
])('leaves %s alone', (_, text) => {
	expect(maskText(text)).toBe(text);
});
