import type { Definition } from '#lib/components/definition.ts';
import { definition } from '#lib/components/measure-definition.ts';
import type { DayRange } from '#lib/filter/filter.ts';
import * as m from '#lib/messages/generated/messages.js';
import { named, type TimelinessView } from './timeliness-view.ts';

/** What the numbers of each block mean. */
export function timelinessDefinitions(
	{ f, facts, dataVersion }: TimelinessView,
	days: DayRange,
	asOf: number
): Readonly<Record<'attainment' | 'steps' | 'curve' | 'backlog', Definition>> {
	const common = { days: f.dayRange(days), asOf: f.asOf(asOf), dataVersion };
	const rules = facts.policies.map((rule) => ({
		term: rule.source === 'demo' ? m.shell_demo() : rule.source,
		text: m.time_rules({ policy: named(rule.policy, f), calendar: named(rule.calendar, f) })
	}));
	const judged = facts.stage?.judged ?? 0;
	return {
		attainment: definition('attainment', { ...common, n: f.count(judged), further: rules }),
		steps: definition('stage_time', {
			...common,
			query:
				facts.clock === 'wall' ? 'timeliness/stage_minutes' : 'timeliness/stage_minutes_working',
			further: rules
		}),
		curve: definition('still_open', { ...common, further: rules }),
		backlog: definition('backlog', { ...common, query: 'timeliness/backlog_age' })
	};
}
