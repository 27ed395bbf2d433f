import { shiftDay } from '#lib/filter/codec.ts';
import { unitOf } from '#lib/measures/charted-measure.ts';
import type { StartFacts } from '#lib/server/questions/improvement-start.ts';

/** What a person entered, as the form sends it. */
export interface StartGiven {
	readonly theme: string;
	readonly owner: string;
	readonly team: string;
	/** First day of the baseline. */
	readonly since: string;
	/** Last day of the baseline. */
	readonly last: string;
	/** What opened the project is left out of the baseline. */
	readonly leaveOut: boolean;
	/** Dimension whose other values are the comparison group; empty: none. */
	readonly comparison: string;
	/** Per cent or points. */
	readonly smallest: string;
	readonly trial: boolean;
}

/** What a form shows before anything was entered. */
export function initialGiven(facts: StartFacts, theme: string, owner: string): StartGiven {
	const { proposal, comparisons } = facts;
	const percent = Number((proposal.smallestChange * 100).toFixed(4));
	return {
		theme,
		owner,
		team: '',
		since: proposal.baseline?.since ?? '',
		last: proposal.baseline ? shiftDay(proposal.baseline.until, -1) : '',
		leaveOut: proposal.trigger !== null,
		comparison: comparisons[0]?.dimension ?? '',
		smallest: String(percent),
		trial: false
	};
}

/** The unit the least change worth it is entered in. */
export function smallestIsPoints({ measure }: Pick<StartFacts, 'measure'>): boolean {
	return unitOf(measure) === 'share';
}
