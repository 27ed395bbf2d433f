import { describe, expect, test } from 'vitest';
import { inspectBytes, inspectText } from '#lib/import/inspect-bytes.ts';
import type { ColumnProposal, Inspection } from '#lib/import/inspection.ts';
import { mappingSchema } from '#lib/import/mapping.ts';
import { headerFingerprint } from '#lib/import/fingerprint.ts';

const look = (text: string): Inspection => inspectText(text, { whole: true });
const column = (seen: Inspection, target: string): ColumnProposal | undefined =>
	seen.columns.find((one) => one.target === target);

const chinese = [
	'投诉单号,订单编号,投诉时间,首次响应时间,办结时间,一级分类,二级分类,渠道,紧急程度,状态,满意度,是否受理,处理时长(分钟),退款金额,投诉内容,手机号',
	'TS001,E1001,2024年5月1日 上午9:03,2024/5/1 9:20,2024-05-02 10:00:00,售后,退换货,APP,紧急,已结案,非常满意,是,35,¥120.50,商家一直不处理退货申请请尽快处理,13800000001',
	'TS002,E1002,2024年5月2日 下午3:05,2024/5/2 15:30,2024-05-03 11:00:00,物流,配送慢,小程序,一般,处理中,不满意,否,"1,200","¥1,020.00",快递三天没有更新物流信息怎么回事,13800000002',
	'TS003,E1003,2024年5月3日 下午8:45,2024/5/3 21:00,2024-05-04 12:00:00,质量问题,破损,热线,高,待处理,一般,是,12,¥0.00,收到的杯子破了要求换一个新的给我,13800000003'
].join('\r\n');

describe('a Chinese log', () => {
	const seen = look(chinese);

	test('every column finds its field', () => {
		expect(seen.columns.map(({ target }) => target)).toEqual([
			'case_no',
			'order_no',
			'received_at',
			'first_response_at',
			'resolved_at',
			'category',
			'subcategory',
			'channel',
			'priority',
			'status',
			'satisfaction',
			'admissible',
			'handling_minutes',
			'amount',
			'narrative',
			'customer_phone'
		]);
		expect(seen.columns.every(({ confidence }) => confidence > 0.8)).toBe(true);
	});

	test('values are understood: words of satisfaction, priority and status, units, synonyms', () => {
		expect(column(seen, 'satisfaction')?.form).toMatchObject({
			kind: 'score',
			words: { 非常满意: 5, 不满意: 2, 一般: 3 }
		});
		expect(column(seen, 'priority')?.form).toMatchObject({
			meanings: { 紧急: 'urgent', 高: 'high' }
		});
		expect(column(seen, 'status')?.form).toMatchObject({
			meanings: { 已结案: 'closed', 处理中: 'open' }
		});
		expect(column(seen, 'handling_minutes')?.form).toEqual({ kind: 'duration', unit: 'minutes' });
		expect(column(seen, 'category')?.form).toEqual({
			kind: 'text',
			values: { 售后: '售后服务', 物流: '物流配送', 质量问题: '产品质量' }
		});
	});

	test('the proposal is a mapping that can be kept', () => {
		expect(mappingSchema.safeParse(JSON.parse(JSON.stringify(seen.mapping))).success).toBe(true);
		expect(seen.mapping.fingerprint).toBe(seen.fingerprint);
	});

	test('the same bytes in GB18030 give the same proposal', () => {
		// 投诉单号,订单编号 … as Chinese Excel writes them, taken through a table of the words used here.
		const gb = Buffer.from('cdb6cbdfb5a5bac52cc2fad2e2b6c80a312c350a322c340a', 'hex');
		const read = inspectBytes(gb, { whole: true });
		expect(read.encoding).toMatchObject({ encoding: 'gb18030', by: 'evidence' });
		expect(read.columns.map(({ target, header }) => [target, header])).toEqual([
			['case_no', '投诉单号'],
			['satisfaction', '满意度']
		]);
	});
});

describe('questions and warnings', () => {
	test('an ambiguous date is asked with what each answer would do', () => {
		const seen = look(
			'case id,received,resolved,score\n1,01/02/2024,02/02/2024,5\n2,03/04/2024,04/05/2024,4\n3,05/06/2024,07/06/2024,3\n'
		);
		expect(seen.questions.map(({ code, column: at }) => [code, at])).toEqual([
			['date_order', 1],
			['date_order', 2]
		]);
		const resolved = seen.questions[1];
		expect(resolved?.choices).toEqual([
			{
				value: 'day-first',
				consequences: [
					{ code: 'range', facts: { earliest: '2024-02-02', latest: '2024-06-07', rows: 3 } },
					{ code: 'before_received', facts: { rows: 0 } }
				]
			},
			{
				value: 'month-first',
				consequences: [
					{ code: 'range', facts: { earliest: '2024-02-02', latest: '2024-07-06', rows: 3 } },
					{ code: 'before_received', facts: { rows: 0 } }
				]
			}
		]);
	});

	test('a date in words beside it decides the order', () => {
		const seen = look(
			'case id,date,date in words,score\n1,01/02/2024,2-Jan-24,5\n2,03/04/2024,4-Mar-24,4\n3,05/06/2024,6-May-24,3\n'
		);
		expect(seen.questions).toEqual([]);
		expect(column(seen, 'received_at')?.form).toMatchObject({ order: 'month-first' });
	});

	test('order numbers that Excel has rounded are counted', () => {
		const seen = look(
			'case id,order id,received,score\n1,1.23457E+17,2024-05-01,5\n2,2.00457E+17,2024-05-02,4\n3,E3,2024-05-03,3\n'
		);
		expect(seen.warnings).toContainEqual({ code: 'lost_digits', facts: {}, column: 1, count: 2 });
	});

	test('words of its own stay: one common category is no taxonomy', () => {
		const seen = look(
			'case id,category,received\n1,Returns,2024-05-01\n2,Order Related,2024-05-02\n3,Others,2024-05-03\n'
		);
		expect(column(seen, 'category')?.form).toEqual({ kind: 'text' });
	});

	test('satisfaction in three steps spans the whole scale', () => {
		const seen = look(
			'投诉编号,投诉时间,满意度\n1,2024-05-01,满意\n2,2024-05-02,基本满意\n3,2024-05-03,不满意\n'
		);
		expect(column(seen, 'satisfaction')?.form).toMatchObject({
			words: { 满意: 5, 基本满意: 3, 不满意: 1 }
		});
	});

	test('a score of 0–10 and stars are told from 1–5', () => {
		const ten = look('case id,rating\n1,0\n2,10\n3,7\n');
		expect(column(ten, 'satisfaction')?.form).toMatchObject({ low: 0, high: 10 });
		const stars = look('工单号,评分\n1,5星\n2,★★★\n3,1星\n');
		expect(column(stars, 'satisfaction')?.form).toMatchObject({
			words: { '5星': 5, '★★★': 3, '1星': 1 }
		});
	});

	test('orders by day are no cases', () => {
		const seen = look('日期,店铺,订单量\n2024-05-01,甲,10\n2024-05-02,乙,20\n');
		expect(seen.mapping.kind).toBe('orders');
		expect(seen.columns.map(({ target }) => target)).toEqual(['day', 'shop', 'orders']);
	});

	test('without header nothing is proposed that only a person can know', () => {
		const seen = look('1,2024-05-01,退货,5\n2,2024-05-02,物流,4\n3,2024-05-03,退货,3\n');
		expect(seen.reading.headerRows).toBe(0);
		expect(seen.columns.map(({ target, header }) => [target, header])).toEqual([
			['extra', null],
			['extra', null],
			['extra', null],
			['extra', null]
		]);
		expect(seen.fingerprint).toBeNull();
	});

	test('a header read over the wrong columns is not trusted', () => {
		const seen = look(
			'case id,received,score\n1,2024-05-01,x,5\n2,2024-05-02,y,4\n9,2024-05-03,z,3\n'
		);
		expect(seen.warnings.map(({ code }) => code)).toContain('header_width');
		expect(seen.columns.every(({ target }) => target === 'extra' || target === 'skip')).toBe(true);
	});
});

test('a fingerprint ignores case, width and punctuation of headers, not their order', () => {
	const one = headerFingerprint(['Case ID', '投诉时间', 'CSAT_Score']);
	expect(headerFingerprint(['case-id', '投诉时间 ', 'ＣＳＡＴ score'])).toBe(one);
	expect(headerFingerprint(['投诉时间', 'Case ID', 'CSAT_Score'])).not.toBe(one);
	expect(headerFingerprint(null)).toBeNull();
});

test('workbooks and packed files are left to the server, empty ones refused', () => {
	const zip = new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]);
	expect(inspectBytes(zip, { whole: false }).format).toBe('xlsx');
	expect(inspectBytes(new Uint8Array([0x1f, 0x8b, 8]), { whole: false }).gzip).toBe(true);
	expect(inspectBytes(new Uint8Array(), { whole: true }).refusal?.code).toBe('empty_file');
});

test('under group titles columns are recognised, and a lone time of registration is the one received', () => {
	const seen = look(
		[
			'某某公司客户投诉登记表,,,,',
			'基本信息,,处理情况,,评价',
			'投诉编号,受理时间,类别,解决时长,满意度',
			'TS1,2025-03-13 10:00,退款,1小时20分,满意',
			'TS2,2025-03-14 11:00,物流,2天,不满意'
		].join('\r\n')
	);
	expect(seen.columns.map(({ target }) => target)).toEqual([
		'case_no',
		'received_at',
		'category',
		'resolution_minutes',
		'satisfaction'
	]);
});
