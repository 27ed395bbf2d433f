import type { CaseField } from '#lib/measures/case-fields.ts';
import type { LogSpan } from './period.ts';

/** What the log holds, as every page's frame says it. */
export interface LogState extends LogSpan {
	/** Instant the log is judged at, milliseconds since 1970 UTC. */
	readonly asOf: number;
	readonly cases: number;
	/** Rows of all loads that could not be read and wait in quarantine. */
	readonly rowsSetAside: number;
	/** True while the cases shown are the ones that came with the product. */
	readonly demo: boolean;
	/** Fields that at least one case has; pages and the filter bar show no others. */
	readonly columns: readonly CaseField[];
}
