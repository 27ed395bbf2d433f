import { expect, test } from 'vitest';
import { inspect } from '#lib/server/import/read/inspect.ts';
import { fileOf, hasRealData, realFile } from './real-data.ts';

const logs = [
	['shopzilla-csat', 'shopzilla_support_test20.csv'],
	['comcast-fcc', 'Comcast_telecom_complaints_data.csv'],
	['consumidor-gov-br', '2014-12.csv'],
	['zh-gov-messages', '增加可解释性词.csv'],
	['zh-gov-messages', '附件4.xlsx'],
	['cfpb-boa', 'Consumer_Complaints.xlsx']
] as const;

test.skipIf(!hasRealData).each(logs)(
	'a brief look at %s/%s knows the reading and the header',
	async (...parts) => {
		const path = realFile(...parts);
		const [brief, full] = [await inspect(path, { briefly: true }), await inspect(path)];
		expect(brief.fingerprint).toBe(full.fingerprint);
		expect(brief.reading).toEqual(full.reading);
		expect(brief.refusal).toBeNull();
	}
);

test('a brief look finds the encoding of a log that is ASCII for its first megabytes', async () => {
	const plain = `1,${'late delivery '.repeat(10)}\n`.repeat(12_000);
	const chinese = Buffer.from([0xcd, 0xcb, 0xbb, 0xf5]); // 退货 in GB18030
	const rest = Buffer.concat(
		Array.from({ length: 400 }, () => [Buffer.from('2,'), chinese, Buffer.from('\n')]).flat()
	);
	const path = await fileOf(Buffer.concat([Buffer.from(`no,note\n${plain}`), rest]));
	const { reading, sample } = await inspect(path, { briefly: true });
	expect(reading.encoding).toBe('gb18030');
	expect(sample.whole).toBe(false);
});
