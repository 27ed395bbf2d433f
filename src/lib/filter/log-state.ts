import type { CaseField } from '#lib/measures/case-fields.ts';
import type { LogSpan } from './period.ts';

/** A log by the name it was loaded under. */
export interface LogSource {
	readonly source: string;
	/** It came with the product. */
	readonly demo: boolean;
}

/** What themes are called: their most typical words, by their number. */
export type ThemeNames = Readonly<Record<number, string>>;

/** What the log holds, as every page's frame says it. */
export interface LogState extends LogSpan {
	/** Instant the log is judged at, milliseconds since 1970 UTC. */
	readonly asOf: number;
	readonly cases: number;
	/** Rows of all loads that could not be read and wait in quarantine. */
	readonly rowsSetAside: number;
	/** True while the cases shown are the ones that came with the product. */
	readonly demo: boolean;
	/** Every log there is, also those not shown: the demo hides behind real logs until it is chosen. */
	readonly sources: readonly LogSource[];
	/** Words of the themes the filter names, by number. */
	readonly themeNames: ThemeNames;
	/** Fields that at least one case has; pages and the filter bar show no others. */
	readonly columns: readonly CaseField[];
}
