import type { Definition } from '#lib/components/definition.ts';
import { leastConfidence } from '#lib/text/suggest-categories.ts';
import * as m from '#lib/messages/generated/messages.js';
import type { ThemesView } from './themes-view.ts';

type Block = 'words' | 'pairs' | 'themes' | 'twins' | 'suggestions';

/** What the numbers of the page's blocks mean. */
export function themesDefinitions(view: ThemesView, asOf: number): Record<Block, Definition> {
	const { f, facts, days, dataVersion } = view;
	const { last, coverage } = facts;
	const shared = {
		window: m.themes_definition_window({ days: f.dayRange(days), instant: f.asOf(asOf) }),
		n: f.count(coverage.read),
		dataVersion: String(dataVersion),
		further: [
			{
				term: m.themes_definition_reading_term(),
				text: m.themes_definition_read({
					instant: f.instant(last.read_at),
					narratives: f.count(last.narratives),
					seconds: f.count(last.seconds),
					left: f.count(last.left_out)
				})
			}
		]
	};
	return {
		words: {
			...shared,
			title: m.themes_column_times(),
			formula: m.themes_definition_words(),
			unit: m.themes_unit_times(),
			exclusions: m.themes_definition_left_out(),
			reading: m.themes_definition_words_reading(),
			query: 'themes/words'
		},
		pairs: {
			...shared,
			title: m.themes_column_npmi(),
			formula: m.themes_definition_pairs(),
			unit: m.themes_definition_pairs_unit(),
			query: 'themes/pairs'
		},
		themes: {
			...shared,
			title: m.themes_column_theme(),
			formula: m.themes_definition_themes({
				clusters: f.count(last.clusters),
				silhouette: f.number(last.silhouette, 2)
			}),
			unit: m.themes_column_cases(),
			exclusions: m.themes_definition_themes_left_out(),
			query: 'themes/by_theme'
		},
		twins: {
			...shared,
			title: m.themes_twins_question(),
			formula: m.themes_definition_twins(),
			unit: m.themes_column_cases(),
			exclusions: m.themes_definition_twins_left_out(),
			query: 'themes/twins'
		},
		suggestions: {
			...shared,
			title: m.themes_column_confidence(),
			formula: m.themes_definition_suggest({ least: f.percent(leastConfidence) }),
			unit: '%',
			reading: m.themes_definition_suggest_reading(),
			query: 'themes/suggestions'
		}
	};
}
