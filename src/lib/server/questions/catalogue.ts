import { queryText } from '#lib/server/warehouse/query-files.ts';
import * as cases from './cases.ts';
import * as categories from './categories.ts';
import * as control from './control.ts';
import * as drivers from './drivers.ts';
import * as forecast from './forecast.ts';
import { dimensionValuesQuestion } from './dimension-values.ts';
import * as improvement from './improvement.ts';
import * as overview from './overview.ts';
import * as own from './own.ts';
import type { Question } from './question.ts';
import * as review from './review-questions.ts';
import * as satisfaction from './satisfaction.ts';
import * as themes from './themes.ts';
import * as timeliness from './timeliness.ts';

/** Every question a page or a script can ask, by its name under `/api/answers/`. */
export const questions: ReadonlyMap<string, Question> = new Map(
	[
		...Object.values(overview),
		...Object.values(satisfaction),
		...Object.values(timeliness),
		...Object.values(categories),
		...Object.values(control),
		...Object.values(drivers),
		...Object.values(themes),
		...Object.values(forecast),
		...Object.values(improvement),
		...Object.values(own),
		...Object.values(review),
		...Object.values(cases),
		dimensionValuesQuestion
	].map((asked) => [asked.id, asked])
);

/** What `GET /api/questions` tells: the first comment lines of the query file are its description. */
export function describeQuestions(): readonly object[] {
	return [...questions.values()].map(({ id, columns, parameters }) => ({
		question: id,
		description: descriptionOf(queryText(id)),
		parameters,
		columns: Object.entries(columns).map(([name, type]) => ({
			name,
			unit: type.replace('?', ''),
			nullable: type.endsWith('?')
		})),
		answer: `/api/answers/${id}`
	}));
}

function descriptionOf(text: string): string {
	const lines: string[] = [];
	for (const line of text.split('\n')) {
		if (!line.startsWith('-- ')) break;
		lines.push(line.slice('-- '.length));
	}
	return lines.join(' ');
}
