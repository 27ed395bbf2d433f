import { holidaysKnownUntil, type Names } from '#lib/calendar/named-calendar.ts';
import { arrangement } from '#lib/server/policy/arrangement.ts';
import { retiming, type Retiming } from '#lib/server/policy/retiming.ts';

/** By which limits and working time a log is judged. */
export interface SourcePolicy {
	readonly source: string;
	readonly policy: Names;
	readonly calendar: Names;
	/** Last date whose public holidays are known; null where the calendar has none. */
	readonly holidaysUntil: string | null;
	/** False where nobody chose: the limits are those the product comes with. */
	readonly chosen: boolean;
	/** Some of its limits are counted from registration, of which not every case has a time. */
	readonly fromRegistration: boolean;
	/** Cases are being timed anew: the page still shows the limits before. */
	readonly retiming: Retiming['state'];
}

/** Policies and calendars of these logs, as people chose them. */
export async function policiesOf(sources: readonly string[]): Promise<readonly SourcePolicy[]> {
	const standing = await arrangement();
	return sources.flatMap((source) => {
		const own = standing.choices.find((choice) => choice.source === source);
		const choice = own ?? standing.choices.find((each) => each.source === '');
		const policy = standing.policies.find(({ id }) => id === choice?.policy);
		const calendar = standing.calendars.find(({ id }) => id === choice?.calendar);
		if (!choice || !policy || !calendar) return [];
		return [
			{
				source,
				policy: policy.names,
				calendar: calendar.names,
				holidaysUntil: holidaysKnownUntil(calendar),
				chosen: standing.savedChoices.has(choice.source),
				fromRegistration: policy.versions.some(({ limits }) =>
					limits.some(({ starts }) => starts === 'registered')
				),
				retiming: retiming().state
			}
		];
	});
}
