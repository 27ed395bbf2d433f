import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { byteOrderMark, chooseEncoding, encodingDoubt } from '#lib/import/encoding.ts';
import { uniqueNames } from '#lib/import/header-names.ts';
import type { EncodingChoice, Warning } from '#lib/import/inspection.ts';
import type { Encoding, Reading } from '#lib/import/mapping.ts';
import { refuseText } from '#lib/import/refuse-text.ts';
import { planText } from '#lib/import/text-plan.ts';
import { decodeText } from '#lib/import/decode-text.ts';
import type { Canonical, CanonicaliseOptions } from './canonical.ts';
import { CanonicalWriter } from './canonical-writer.ts';
import { encodingOfFile } from './file-encoding.ts';
import { KnownRows } from './known-rows.ts';
import { RejectLog } from './reject-log.ts';
import { Passage, sourceChunks, sourceHead, Unreadable } from './source.ts';
import type { Source } from './source.ts';
import { TextCutter } from './text-cutter.ts';
import { utf8Chunks } from './utf8-chunks.ts';

const headBytes = 1 << 20;

/** A text file of any encoding and dialect to the canonical CSV. Memory does not grow with the file. */
export async function canonicaliseText(
	source: Source,
	given: Reading,
	folder: string,
	options: CanonicaliseOptions
): Promise<Canonical> {
	const head = await sourceHead(source, headBytes);
	const mark = byteOrderMark(head.bytes);
	let choice: EncodingChoice =
		given.encoding !== undefined && !mark
			? { encoding: given.encoding, by: 'chosen', evidence: [] }
			: chooseEncoding(head.bytes, head.whole);
	const changed: Warning[] = [];
	const first = await onePass(source, head, choice.encoding, given, folder, options, true);
	if (first) {
		const warnings = [...encodingDoubt(choice), ...first.warnings];
		return { ...first, encoding: choice, warnings };
	}
	// UTF-8 failed further down: the whole file is asked, and everything is decoded again.
	const found = await encodingOfFile(source);
	if (found.encoding !== choice.encoding) {
		const facts = { from: choice.encoding, to: found.encoding };
		changed.push({ code: 'encoding_changed', facts, count: 1 });
		choice = found;
	}
	const second = await onePass(source, head, choice.encoding, given, folder, options, false);
	if (!second) throw new Error('a second pass cannot ask for a third');
	return {
		...second,
		encoding: choice,
		warnings: [...changed, ...encodingDoubt(choice), ...second.warnings]
	};
}

type Head = Awaited<ReturnType<typeof sourceHead>>;

async function onePass(
	source: Source,
	head: Head,
	encoding: Encoding,
	given: Reading,
	folder: string,
	options: CanonicaliseOptions,
	strict: boolean
): Promise<Omit<Canonical, 'encoding'> | null> {
	const text = decodeText(head.bytes, encoding);
	const refusal = refuseText(text);
	if (refusal) throw new Unreadable(refusal.code, refusal.facts);
	const plan = planText(text, head.whole, { ...given, encoding });
	const rejectsPath = join(folder, 'rejects.ndjson');
	const rejects = await open(rejectsPath, 'w');
	const writer = new CanonicalWriter(folder);
	try {
		const log = new RejectLog(rejects);
		const known = new KnownRows(plan.layout.headerCells);
		const isUtf8 = encoding === 'utf-8';
		const cutter = new TextCutter(
			plan.reading,
			plan.layout.bodyLine,
			{ writer, log, known },
			{ strict: strict && isUtf8, transcoded: !isUtf8 }
		);
		const passage = new Passage();
		for await (const chunk of utf8Chunks(sourceChunks(source, passage, options.signal), encoding)) {
			cutter.take(chunk);
			if (cutter.strictFailure) return null;
			await writer.flush();
			await log.flush();
			const { bytes } = passage;
			options.onProgress?.({ bytes, ofBytes: source.bytes, records: writer.records });
		}
		const counted = await cutter.finish();
		if (cutter.strictFailure) return null;
		await writer.flush();
		await log.flush();
		const { width } = plan.reading;
		return {
			pieces: writer.pieces,
			padded: writer.padded,
			rejectsPath,
			columns: uniqueNames(plan.layout.header, width),
			header: plan.layout.header,
			reading: plan.reading,
			recordsRead: writer.records + log.count,
			records: writer.records,
			rejected: log.count,
			rejectedBy: log.by,
			rejects: log.first,
			bytes: source.bytes,
			hash: passage.hash(),
			warnings: [...plan.warnings, ...counted],
			trueDates: []
		};
	} finally {
		await writer.close();
		await rejects.close();
	}
}
