import { describeQuestions } from '#lib/server/questions/catalogue.ts';
import type { PageServerLoad } from './$types';

/** The server takes every address for https; on the machine itself it is http. */
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export const load: PageServerLoad = ({ url }) => ({
	origin: loopback.test(url.hostname) ? `http://${url.host}` : url.origin,
	questions: describeQuestions() as {
		question: string;
		description: string;
		columns: { name: string; unit: string }[];
	}[]
});
