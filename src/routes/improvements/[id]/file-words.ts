import { refusalWords } from '#lib/components/improvement/refusal-words.ts';
import type { Refusal } from '#lib/improvement/commands.ts';
import * as m from '#lib/messages/generated/messages.js';

/** Why a file was not kept. */
export function fileWords(
	problem: 'file_too_large' | 'file_type' | 'file_missing' | Refusal
): string {
	switch (problem) {
		case 'file_too_large':
			return m.improvement_file_too_large();
		case 'file_type':
			return m.improvement_file_type();
		case 'file_missing':
			return m.improvement_file_missing();
		default:
			return refusalWords[problem]();
	}
}
