import { describe, expect, test } from 'vitest';
import { foldHeader } from '#lib/import/fold.ts';
import { isKnownHeader, matchHeader } from '#lib/import/header-words.ts';

const best = (header: string): string | undefined => matchHeader(header)[0]?.target;

describe('headers of complaint logs', () => {
	test.each([
		['投诉编号', 'case_no'],
		['工单号', 'case_no'],
		['Ticket #', 'case_no'],
		['Complaint ID', 'case_no'],
		['订单编号', 'order_no'],
		['order_id', 'order_no'],
		['投诉时间', 'received_at'],
		['Issue_reported at', 'received_at'],
		['Date received', 'received_at'],
		['受理时间', 'registered_at'],
		['首次响应时间', 'first_response_at'],
		['首次回應時間', 'first_response_at'],
		['办结时间', 'resolved_at'],
		['结案时间', 'closed_at'],
		['結案日期', 'closed_at'],
		['响应时长', 'first_response_minutes'],
		['处理时长(分钟)', 'handling_minutes'],
		['投诉类型', 'category'],
		['客訴類別', 'category'],
		['二级分类', 'subcategory'],
		['Sub-issue', 'subcategory'],
		['渠道', 'channel'],
		['管道', 'channel'],
		['Submitted via', 'channel'],
		['店铺', 'shop'],
		['商品', 'product'],
		['品类', 'product_category'],
		['省份', 'region'],
		['責任部門', 'department'],
		['建立日期', 'received_at'],
		['進線日期', 'received_at'],
		['主類別', 'category'],
		['次類別', 'subcategory'],
		['權責單位', 'department'],
		['處理情形', 'resolution'],
		['处理人', 'agent'],
		['状态', 'status'],
		['满意度', 'satisfaction'],
		['CSAT Score', 'satisfaction'],
		['紧急程度', 'priority'],
		['退款金额（元）', 'amount'],
		['投诉内容', 'narrative'],
		['Customer Remarks', 'narrative'],
		['Nota do Consumidor', 'satisfaction'],
		['Situação', 'status'],
		['手机号', 'customer_phone'],
		['商品类别', 'product_category'],
		['基本信息 投诉编号', 'case_no'],
		['基本信息 受理时间', 'registered_at'],
		['处理情况 解决时长', 'resolution_minutes'],
		['办结 时间', 'resolved_at']
	])('%s is %s', (header, target) => {
		expect(best(header)).toBe(target);
	});

	test('full width, case and punctuation do not matter', () => {
		expect(foldHeader('ＣＳＡＴ＿Score ')).toBe('csat score');
		expect(best('ＣＳＡＴ＿score')).toBe('satisfaction');
		expect(isKnownHeader('  投诉编号 ')).toBe(true);
	});

	test('a longer header is less sure than the word itself', () => {
		const [match] = matchHeader('客户投诉类型');
		expect(match?.target).toBe('category');
		expect(match?.likeness).toBeLessThan(0.95);
		expect(match?.likeness).toBeGreaterThan(0.6);
	});

	test.each(['', 'Filing on Behalf of Someone', 'Tenure Bucket', '可解释性词'])(
		'%s stands for nothing',
		(header) => {
			expect(matchHeader(header)).toEqual([]);
		}
	);
});
