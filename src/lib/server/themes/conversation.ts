import type { Worker } from 'node:worker_threads';
import type { ReadingStage } from './read-narratives.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

export type Ask = <Said extends FromWorker>(
	message: ToWorker,
	isAnswer: (said: FromWorker) => boolean
) => Promise<Said>;

/** One message at a time, and its answer; what else the worker says is progress. */
export function conversation(
	worker: Worker,
	progress: (stage: ReadingStage, done: number, of: number) => void
): Ask {
	return (message, isAnswer) =>
		new Promise((resolve, reject) => {
			const hear = (said: FromWorker) => {
				if ('stage' in said) progress(said.stage, said.done, said.of);
				if (!isAnswer(said)) return;
				leave();
				resolve(said as never);
			};
			const gone = () => fail(new Error('the reader of narratives ended before its answer'));
			const fail = (error: unknown) => {
				leave();
				reject(error instanceof Error ? error : new Error(String(error)));
			};
			const leave = () => worker.off('message', hear).off('error', fail).off('exit', gone);
			worker.on('message', hear).on('error', fail).on('exit', gone);
			worker.postMessage(message);
		});
}
