import { sustainGains } from '#lib/server/questions/improvement-sustain.ts';
import { log } from '#lib/server/serving/log.ts';

/** Makes the sustain checks that are due; where that fails the log says so, and the page is shown all the same. */
export async function keepGains(signal: AbortSignal): Promise<void> {
	try {
		await sustainGains(signal);
	} catch (error) {
		log.error({ err: error }, 'the sustain checks were not made');
	}
}
