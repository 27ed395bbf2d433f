import type { Refusal } from './inspection.ts';

const lookedAt = 2048;

/** Why a text (as UTF-8) is no table at all: empty, a web page, a document of another kind; else null. */
export function refuseText(text: Uint8Array): Refusal | null {
	const head = new TextDecoder().decode(text.subarray(0, lookedAt)).trimStart();
	if (head.replaceAll('\0', '').trim() === '' && text.length <= lookedAt) {
		return { code: 'empty_file', facts: {} };
	}
	const lower = head.toLowerCase();
	const page = /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)/.test(
		lower
	);
	if (page) return { code: 'web_page', facts: { title: titleOf(head) } };
	if (lower.startsWith('%pdf-')) return { code: 'not_a_table', facts: { kind: 'pdf' } };
	if (lower.startsWith('<?xml')) return { code: 'not_a_table', facts: { kind: 'xml' } };
	if (/^[[{]\s*(?:["{[\]}]|$)/.test(head)) return { code: 'not_a_table', facts: { kind: 'json' } };
	// Control bytes other than tab, line ends and NUL (an escape here and there) are no text.
	let controls = 0;
	const looked = text.subarray(0, lookedAt);
	for (const byte of looked)
		if (byte < 32 && ![0, 9, 10, 11, 12, 13, 26].includes(byte)) controls++;
	if (controls > looked.length * 0.05) return { code: 'binary_file', facts: {} };
	return null;
}

const titleOf = (head: string): string => /<title>([^<]{0,200})/i.exec(head)?.[1]?.trim() ?? '';
