import { definition } from '#lib/components/measure-definition.ts';
import type { Definition } from '#lib/components/definition.ts';
import { ownDefinition } from '#lib/components/own-definition.ts';
import * as m from '#lib/messages/generated/messages.js';
import { ruleSetName } from './control-words.ts';
import type { ControlView } from './control-view.ts';

/** The measure's own definition, with how its limits are made and which rules judge it. */
export function controlDefinition(view: ControlView, asOf: number): Definition {
	const { f, facts, dataVersion } = view;
	const first = facts.periods[0];
	const last = facts.periods.at(-1);
	const days = first && last ? f.dayRange({ since: first.since, until: last.until }) : '';
	const context = {
		days,
		asOf: f.asOf(asOf),
		dataVersion,
		n: f.count(facts.chart.cases.reduce((sum, count) => sum + count, 0))
	};
	const own = facts.own
		? { ...ownDefinition(facts.own, context, f), n: context.n }
		: definition(facts.measure, { ...context, query: 'control/periods' });
	return {
		...own,
		interval: undefined,
		reading: m.control_reading(),
		further: [
			{ term: m.control_definition_limits(), text: limitsText(view) },
			{
				term: m.control_definition_rules(),
				text: `${ruleSetName(view)}${m.clause_separator()}${m[`control_rules_${facts.choices.ruleSet}_text`]()}`
			},
			{ term: m.control_definition_seasons(), text: m.control_seasons_text() }
		]
	};
}

function limitsText({ facts }: ControlView): string {
	const { kind, family, inLogs } = facts.chart;
	if (inLogs) return m.control_limits_xmr_logs();
	if (kind === 'xmr') return m.control_limits_xmr();
	if (family === 'share')
		return kind === 'prime' ? m.control_limits_prime_share() : m.control_limits_plain_share();
	return kind === 'prime' ? m.control_limits_prime_rate() : m.control_limits_plain_rate();
}
