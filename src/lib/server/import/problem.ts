/** Why something a person asked for was not done: a code with its facts; words are made where it is shown. */
export interface Problem {
	readonly code: string;
	readonly facts: Readonly<Record<string, string | number>>;
}

/** Stops work inside a transaction for a reason a person can act on; becomes the answer outside it. */
export class ImportStopped extends Error {
	readonly problem: Problem;

	constructor(problem: Problem) {
		super(problem.code);
		this.problem = problem;
	}
}

/** What an engine error means to a person, or null when it is a bug. */
export function problemOfError(error: unknown): Problem | null {
	if (error instanceof ImportStopped) return error.problem;
	const text = error instanceof Error ? error.message : String(error);
	const code = (error as { code?: unknown } | null)?.code;
	if (
		code === 'ENOSPC' ||
		code === 'EFBIG' ||
		/no space left|disk full|max_temp_directory_size|failed to offload|could not write|File too large/i.test(
			text
		)
	)
		return { code: 'disk_full', facts: {} };
	if (/out of memory/i.test(text)) return { code: 'memory_short', facts: {} };
	return null;
}
