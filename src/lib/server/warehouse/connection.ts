import type { DuckDBConnection } from '@duckdb/node-api';
import { answerOf, columnsOf } from './cells.ts';
import type { Answer, AnswerColumn, Parameters, Session } from './port.ts';
import { queryText } from './query-files.ts';

/** A session over one DuckDB connection. The connection is the caller's to open and close. */
export class DuckDbSession implements Session {
	readonly connection: DuckDBConnection;

	constructor(connection: DuckDBConnection) {
		this.connection = connection;
	}

	async ask(query: string, parameters: Parameters = {}): Promise<Answer> {
		const result = await this.connection.run(queryText(query), { ...parameters });
		return answerOf(columnsOf(result), await result.fetchAllChunks());
	}

	/** Answers a text the import made of its own names (`load/projection.ts`); everything else is a file. */
	async askText(text: string): Promise<Answer> {
		const result = await this.connection.run(text);
		return answerOf(columnsOf(result), await result.fetchAllChunks());
	}

	/** Runs a statement for its effect; answers with the number of rows changed. */
	async run(query: string, parameters: Parameters = {}): Promise<number> {
		return (await this.connection.run(queryText(query), { ...parameters })).rowsChanged;
	}

	async *stream(query: string, parameters: Parameters = {}): AsyncIterable<Answer> {
		const result = await this.connection.stream(queryText(query), { ...parameters });
		const columns = columnsOf(result);
		for (;;) {
			const chunk = await result.fetchChunk();
			if (chunk === null || chunk.rowCount === 0) return;
			yield answerOf(columns, [chunk]);
		}
	}

	async describe(query: string, parameters: Parameters = {}): Promise<readonly AnswerColumn[]> {
		return columnsOf(
			await this.connection.run(`from (${bare(queryText(query))}) limit 0`, { ...parameters })
		);
	}
}

/** A query without its closing semicolon, to stand inside another. */
function bare(text: string): string {
	return text.trim().replace(/;$/, '');
}
