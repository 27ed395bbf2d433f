import { ownAddress } from '#lib/server/http/own-address.ts';
import { describeQuestions } from '#lib/server/questions/catalogue.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	origin: ownAddress(url),
	questions: describeQuestions() as {
		question: string;
		description: string;
		columns: { name: string; unit: string }[];
	}[]
});
