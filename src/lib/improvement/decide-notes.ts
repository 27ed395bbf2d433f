import type { Command, Decision } from './commands.ts';
import { made, refused } from './decision.ts';
import type { Improvement } from './improvement.ts';

type Asked<Do extends Command['do']> = Extract<Command, { readonly do: Do }>;

export function comment({ text, mentions }: Asked<'comment'>): Decision {
	if (!text.trim()) return refused('text_missing');
	return made({ kind: 'improvement_commented', body: { text, mentions } });
}

export function addFile({ files }: Improvement, { file }: Asked<'add_file'>): Decision {
	if (files.some(({ id }) => id === file.id)) return made();
	return made({ kind: 'improvement_file_added', body: file });
}

export function addEvidence(
	{ evidence: known }: Improvement,
	{ evidence }: Asked<'add_evidence'>
): Decision {
	if (known.some(({ id }) => id === evidence.id)) return made();
	return made({ kind: 'improvement_evidence_added', body: { evidence } });
}
