import type { Definition } from '#lib/components/definition.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ForecastView } from './forecast-view.ts';

export function forecastDefinition({ f, facts, dataVersion, asOf }: ForecastView): Definition {
	const { step } = facts.choices;
	const first = facts.past[0];
	const last = facts.past.at(-1);
	return {
		title: m.forecast_definition_title(),
		formula: m.forecast_definition_formula(),
		unit: m.measure_unit_cases(),
		window: m.forecast_definition_window({
			unit: m[`forecast_unit_${step}`](),
			days: first && last ? f.dayRange({ since: first.since, until: last.until }) : '–',
			instant: f.asOf(asOf)
		}),
		exclusions: m.measure_exclusion_none(),
		interval: m.forecast_definition_interval(),
		n: f.count(facts.cases),
		reading: m.forecast_definition_reading(),
		dataVersion: String(dataVersion),
		query: 'forecast/periods',
		further: [
			{
				term: m.forecast_definition_backtest(),
				text: m.forecast_definition_backtest_text({ every: m[`forecast_every_${step}`]() })
			},
			...(facts.pace
				? [
						{
							term: m.forecast_definition_month_end(),
							text: m.forecast_definition_month_end_text()
						}
					]
				: [])
		]
	};
}
