import type { Reading } from './mapping.ts';
import type { ByteDialect } from './record-scanner.ts';

/** A reading with everything known that cutting into records needs. */
export type CompleteReading = Reading &
	Required<Pick<Reading, 'delimiter' | 'quote' | 'escape' | 'skipLines' | 'headerRows' | 'width'>>;

/** The dialect in bytes; delimiter, quote and escape are ASCII by the reading's type or refused here. */
export function byteDialect(reading: Pick<Reading, 'delimiter' | 'quote' | 'escape'>): ByteDialect {
	const { delimiter = ',', quote = '"', escape = 'doubled' } = reading;
	const quoteByte = quote === '' ? -1 : quote.charCodeAt(0);
	return {
		delimiter: delimiter.charCodeAt(0),
		second: delimiter.length > 1 ? delimiter.charCodeAt(1) : -1,
		quote: quoteByte,
		escape: escape === 'doubled' ? quoteByte : escape.charCodeAt(0)
	};
}
