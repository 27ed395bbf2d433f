import { shiftDay } from '#lib/filter/codec.ts';
import { checkKindOf } from '#lib/improvement/check-group.ts';
import { smallestFactor } from '#lib/improvement/plan-forms.ts';
import { unitOf } from '#lib/measures/charted-measure.ts';
import type { MeasureUnit } from '#lib/measures/measure.ts';
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
	/** In its unit (`smallestUnit`). */
	readonly smallest: string;
	readonly trial: boolean;
}

/** What a form shows before anything was entered. */
export function initialGiven(facts: StartFacts, theme: string, owner: string): StartGiven {
	const { proposal, comparisons, measure } = facts;
	const smallest = smallestProposed(facts) * smallestFactor(measure);
	return {
		theme,
		owner,
		team: '',
		since: proposal.baseline?.since ?? '',
		last: proposal.baseline ? shiftDay(proposal.baseline.until, -1) : '',
		leaveOut: proposal.trigger !== null,
		comparison: comparisons[0]?.dimension ?? '',
		smallest: String(Number(smallest.toPrecision(3))),
		trial: false
	};
}

/** Of money and minutes, whose size says nothing by itself, a tenth of the baseline. */
function smallestProposed({ proposal, measure, baselineValue }: StartFacts): number {
	const isAmount = checkKindOf(measure) === 'mean' && unitOf(measure) !== 'score';
	return isAmount && baselineValue !== null
		? proposal.smallestChange * Math.abs(baselineValue)
		: proposal.smallestChange;
}

/** The unit the least change worth it is entered in: points of shares, that of the measure of means, else per cent. */
export function smallestUnit({ measure }: Pick<StartFacts, 'measure'>): MeasureUnit | 'percent' {
	if (checkKindOf(measure) === 'mean') return unitOf(measure);
	return unitOf(measure) === 'share' ? 'points' : 'percent';
}
