import type { Job } from '#lib/server/import/jobs.ts';

interface Watcher {
	readonly onchange: (jobs: readonly Job[]) => void;
	/** The server has stopped answering; it is asked on. */
	readonly onlost?: () => void;
}

const pauseMilliseconds = 400;

/** Asks for jobs until all are over; returns what ends the asking. */
export function watchJobs(ids: readonly string[], { onchange, onlost }: Watcher): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let ended = false;
	const ask = async (): Promise<void> => {
		try {
			const answers = await Promise.all(ids.map((id) => fetch(`/api/imports/jobs/${id}`)));
			const found = await Promise.all(
				answers.map(async (answer) => (answer.ok ? ((await answer.json()) as Job) : null))
			);
			if (ended) return;
			const jobs = found.filter((job) => job !== null);
			onchange(jobs);
			if (!jobs.some(({ state }) => state === 'waiting' || state === 'running')) return;
		} catch {
			if (ended) return;
			onlost?.();
		}
		timer = setTimeout(() => void ask(), pauseMilliseconds);
	};
	void ask();
	return () => {
		ended = true;
		clearTimeout(timer);
	};
}
