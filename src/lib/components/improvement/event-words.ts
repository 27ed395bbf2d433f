import type { Formats } from '#lib/format/formats.ts';
import type { EventBodies, EventKind, ImprovementEvent } from '#lib/improvement/improvement.ts';
import type { ListItems, Plan, PlanField } from '#lib/improvement/plan.ts';
import type { Verdict } from '#lib/improvement/verdict.ts';
import type { ChartedMeasure } from '#lib/measures/charted-measure.ts';
import * as m from '#lib/messages/generated/messages.js';
import { effectText } from './effect-words.ts';
import { itemText, listWords } from './item-words.ts';
import { fieldWords, planValueText } from './plan-words.ts';
import { outcomeWords, stageWords } from './words.ts';

/** An event as a sentence, and what changed: old → new, why. */
export interface EventWords {
	readonly title: string;
	readonly lines: readonly string[];
}

/** `measure`: what the plan's numbers were in when it happened. */
export function eventWords(
	event: ImprovementEvent,
	f: Formats,
	measure: ChartedMeasure
): EventWords {
	const say = words[event.kind] as (
		body: ImprovementEvent['body'],
		f: Formats,
		measure: ChartedMeasure
	) => EventWords;
	const { title, lines } = say(event.body, f, measure);
	return { title, lines: lines.filter((line) => line !== '') };
}

const quoted = (text: string): string => (text === '' ? '' : m.improvement_quoted({ text }));

const words: {
	readonly [Kind in EventKind]: (
		body: EventBodies[Kind],
		f: Formats,
		measure: ChartedMeasure
	) => EventWords;
} = {
	improvement_started: ({ theme, evidence }, f) => ({
		title: m.improvement_event_started(),
		lines: [
			theme,
			m.improvement_event_started_evidence({
				count: evidence.length,
				shown: f.count(evidence.length)
			})
		]
	}),
	improvement_evidence_added: ({ evidence: { title } }) => ({
		title: m.improvement_event_evidence_added({ title }),
		lines: []
	}),
	improvement_plan_changed: ({ changes, why }, f, measure) => ({
		title: m.improvement_event_plan_changed(),
		lines: [...changes.map((change) => changeLine(change, measure, f)), quoted(why)]
	}),
	improvement_item_set: ({ list, old, new: now }, f) => ({
		title:
			old === null
				? m.improvement_event_item_added({ list: listWords[list]() })
				: m.improvement_event_item_changed({ list: listWords[list]() }),
		lines: itemLines(f, list, old, now)
	}),
	improvement_item_removed: ({ list, old }, f) => ({
		title: m.improvement_event_item_removed({ list: listWords[list]() }),
		lines: [itemText(f, list, old)]
	}),
	improvement_approved: ({ version }) => ({
		title: m.improvement_event_approved({ version }),
		lines: []
	}),
	improvement_revised: ({ version, why }) => ({
		title: m.improvement_event_revised({ version }),
		lines: [quoted(why)]
	}),
	improvement_moved: ({ from, to, why }) => ({
		title: m.improvement_event_moved({ from: stageWords[from](), to: stageWords[to]() }),
		lines: [quoted(why)]
	}),
	improvement_verdict_signed: ({ verdict }, f) => ({
		title: m.improvement_event_verdict_signed({ outcome: outcomeWords[verdict.outcome]() }),
		lines: verdictLines(verdict, f)
	}),
	improvement_override_asked: ({ outcome, why }) => ({
		title: m.improvement_event_override_asked({ outcome: outcomeWords[outcome]() }),
		lines: [quoted(why)]
	}),
	improvement_override_confirmed: ({ outcome }) => ({
		title: m.improvement_event_override_confirmed({ outcome: outcomeWords[outcome]() }),
		lines: []
	}),
	improvement_act_decided: ({ decision, document, why }) => ({
		title: decided[decision](),
		lines: [document, quoted(why)]
	}),
	improvement_sustain_checked: ({ days, verdict, held }, f) => ({
		title: held
			? m.improvement_event_sustain_held({ days })
			: m.improvement_event_sustain_lost({ days }),
		lines: verdictLines(verdict, f)
	}),
	improvement_reopened: ({ why }) => ({
		title: m.improvement_event_reopened(),
		lines: [quoted(why)]
	}),
	improvement_gain_accepted: ({ why }) => ({
		title: m.improvement_event_gain_accepted(),
		lines: [quoted(why)]
	}),
	improvement_cancelled: ({ why }) => ({
		title: m.improvement_event_cancelled(),
		lines: [quoted(why)]
	}),
	improvement_commented: ({ text }) => ({
		title: m.improvement_event_commented(),
		lines: [quoted(text)]
	}),
	improvement_file_added: ({ name }) => ({
		title: m.improvement_event_file_added({ name }),
		lines: []
	})
};

const decided = {
	standardise: m.improvement_event_act_standardise,
	next_cycle: m.improvement_event_act_next_cycle,
	stop: m.improvement_event_act_stop
} as const;

type Change = EventBodies['improvement_plan_changed']['changes'][number];

function changeLine({ field, old, new: now }: Change, measure: ChartedMeasure, f: Formats) {
	const text = (value: unknown): string =>
		planValueText(f, measure, field, value as Plan[PlanField]);
	return m.improvement_event_change({ field: fieldWords[field](), old: text(old), new: text(now) });
}

function itemLines(
	f: Formats,
	list: keyof ListItems,
	old: ListItems[keyof ListItems] | null,
	now: ListItems[keyof ListItems]
): string[] {
	const after = itemText(f, list, now);
	return old === null ? [after] : [m.improvement_arrow({ before: itemText(f, list, old), after })];
}

function verdictLines({ primary, dataVersion, asOfDay }: Verdict, f: Formats): string[] {
	return [
		primary.effect ? effectText(f, primary.effect) : '',
		m.improvement_event_data_version({ version: dataVersion, day: f.day(asOfDay) })
	];
}
