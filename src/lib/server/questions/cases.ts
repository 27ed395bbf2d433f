import { question } from './question.ts';

/** How many cases the filter means: the number every link to `/cases` promised. */
export const caseCount = question('cases/count', { cases: 'cases' });

/** Names of the log's further columns among the chosen cases. */
export const extraColumns = question('cases/extra_columns', { name: 'text' });
