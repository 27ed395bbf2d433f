import { z } from 'zod';
import { dateOrders, durationUnits, encodings, targets } from './mapping-lists.ts';

export type Target = (typeof targets)[number];
export type Encoding = (typeof encodings)[number];

/**
 * How the bytes of a file become records. Every part can be set by a person; what is absent is
 * detected. Lines and rows count from 1, `skipLines` physical lines (rows of a sheet) come before the
 * header, `headerRows` 0 means the file has no header. `delimiter` may be two characters (`, `).
 */
export const readingSchema = z.strictObject({
	encoding: z.enum(encodings).optional(),
	delimiter: z.string().min(1).max(2).optional(),
	/** The empty text: the file quotes nothing. */
	quote: z.enum(['"', "'", '']).optional(),
	/** How a quote inside a quoted field is written: doubled, or after this character. */
	escape: z.enum(['doubled', '\\', '\0']).optional(),
	skipLines: z.int().min(0).optional(),
	headerRows: z.int().min(0).max(5).optional(),
	/** Fields of a record; a record of another count is set aside. */
	width: z.int().min(1).optional(),
	/** Set where the whole file leaves its last fields out: records of this count are filled up. */
	shortWidth: z.int().min(1).optional(),
	sheet: z.string().optional(),
	/** Rows at the end that sum up the others: set aside unless kept as any other row. */
	totals: z.enum(['aside', 'keep']).optional()
});
export type Reading = z.infer<typeof readingSchema>;

export type DateOrder = (typeof dateOrders)[number];

/**
 * A time as text. `formats` are tried in turn, the first that fits wins: DuckDB `strptime` patterns on
 * the folded value (`foldTimeText`: trimmed, full-width folded, 上午/下午 → AM/PM), or one of
 * `iso-offset`, `excel-1900`, `excel-1904`, `epoch-seconds`, `epoch-milliseconds`.
 * `ambiguous` must be answered before a load (`answerDateOrder`). `timeColumn` is the position of a
 * column that holds the time of day of this date; its text follows the date after one blank, and the
 * formats then describe the joined text.
 */
export const timeFormSchema = z.strictObject({
	kind: z.literal('time'),
	formats: z.array(z.string()).min(1),
	order: z.enum(dateOrders),
	timeColumn: z.int().min(0).optional(),
	/** Zone of times without an offset; absent: the business zone. */
	zone: z.string().optional()
});
export type TimeForm = z.infer<typeof timeFormSchema>;

export type DurationUnit = (typeof durationUnits)[number];

/** A value is looked up folded (`foldValue`); what is not listed is not understood (null, problem). */
export const formSchema = z.discriminatedUnion('kind', [
	timeFormSchema,
	/**
	 * Kept as text; `values` renames synonyms (folded value → taxonomy name), the rest stays as it is.
	 * `meanings` leaves the text alone and says what it stands for (folded value → code): of a status
	 * `open`, `resolved`, `closed`, `withdrawn`, of a priority `urgent`, `high`, `normal`, `low`.
	 */
	z.strictObject({
		kind: z.literal('text'),
		values: z.record(z.string(), z.string()).optional(),
		meanings: z.record(z.string(), z.string()).optional()
	}),
	/** Numbers between `low` and `high` go to 1–5 in equal steps; `words` are looked up first. */
	z.strictObject({
		kind: z.literal('score'),
		low: z.number(),
		high: z.number(),
		words: z.record(z.string(), z.number().min(1).max(5)).optional()
	}),
	z.strictObject({
		kind: z.literal('flag'),
		yes: z.array(z.string()),
		no: z.array(z.string())
	}),
	/** `unit` is that of a bare number; `00:45:00`, `1小时20分`, `0.5h` say theirs (`parseDuration`). */
	z.strictObject({ kind: z.literal('duration'), unit: z.enum(durationUnits) }),
	/** `decimal` tells 1.234,5 from 1,234.5; currency signs and grouping are dropped. */
	z.strictObject({ kind: z.literal('number'), decimal: z.enum(['.', ',']) })
]);
export type Form = z.infer<typeof formSchema>;

export const mappedColumnSchema = z.strictObject({
	/** From 0, in the order of the file. */
	position: z.int().min(0),
	/** The header as it stands (empty: unnamed); null in a file without header. */
	header: z.string().nullable(),
	target: z.enum(targets),
	/** Name an extra column is kept under; default its unique header. */
	name: z.string().optional(),
	form: formSchema.optional()
});
export type MappedColumn = z.infer<typeof mappedColumnSchema>;

/** What a person confirms once per kind of file, and what a mapping file holds. */
export const mappingSchema = z.strictObject({
	version: z.literal(1),
	kind: z.enum(['cases', 'orders']),
	source: z.string().min(1).optional(),
	reading: readingSchema,
	columns: z.array(mappedColumnSchema),
	/** Of the header; null without header. */
	fingerprint: z.string().nullable().optional()
});
export type Mapping = z.infer<typeof mappingSchema>;
