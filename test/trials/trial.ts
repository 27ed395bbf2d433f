/** What a trial is given. */
export interface TrialRun {
	readonly root: string;
	/** An empty folder of its own, removed afterwards. */
	readonly folder: string;
	/** For everything random in it, so that a failure can be repeated. */
	readonly seed: number;
	/** Folder of real logs, if there is one. */
	readonly testData: string | undefined;
	/** A line of the output that is kept. */
	readonly say: (line: string) => void;
}

/**
 * Something that takes too long for `npm test`: large files, many seeds, a soak. A file
 * `test/trials/<name>.trial.ts` exports one as `trial`; `npm run trials` finds it by its name.
 */
export interface Trial {
	/** What holds when it passes, in one sentence. */
	readonly shows: string;
	/** About how long it takes on two cores. */
	readonly minutes: number;
	/** Throws when it does not hold. */
	readonly run: (given: TrialRun) => Promise<void>;
}
