import { fieldWords, planValueText, stepWords } from '#lib/components/improvement/plan-words.ts';
import { methodWords } from '#lib/components/improvement/words.ts';
import { shiftDay } from '#lib/filter/codec.ts';
import { pickHref } from '#lib/filter/pick-cases.ts';
import type { Formats } from '#lib/format/formats.ts';
import { checkKindOf } from '#lib/improvement/check-group.ts';
import {
	mostExcludedRows,
	planForms,
	smallestFactor,
	targetFactor,
	written,
	type PlanForm
} from '#lib/improvement/plan-forms.ts';
import { methods, type Plan, type PlanField } from '#lib/improvement/plan.ts';
import { measureKey, unitOf } from '#lib/measures/charted-measure.ts';
import type { OwnMeasure } from '#lib/measures/own-measure.ts';
import { controlMeasureIds } from '#lib/measures/control-measures.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureName, unitWords } from '#lib/messages/measure-words.ts';
import { choices, type Input } from './inputs.ts';

/** What each part of a plan is called. */
export const formWords: Readonly<Record<PlanForm, () => string>> = {
	who: m.improvement_form_who,
	measure: m.improvement_form_measure,
	baseline: m.improvement_form_baseline,
	target: m.improvement_form_target,
	dates: m.improvement_form_dates
};

/** What is asked of a part of a plan. */
export function planInputs(form: PlanForm, plan: Plan, asked: AskedPlan): readonly Input[] {
	return planForms[form].flatMap((field: PlanField) => inputs[field](plan, asked));
}

/** Whose plan it is, and how many rows of days left out are asked for besides those it has. */
interface AskedPlan {
	readonly f: Formats;
	readonly number: string;
	readonly excludedRows: number;
	/** Own measures one can choose. */
	readonly owns: readonly OwnMeasure[];
}

type Inputs = (plan: Plan, asked: AskedPlan) => readonly Input[];

const name = (field: PlanField, part = ''): string => `new.${field}${part}`;
const label = (field: PlanField): string => fieldWords[field]();

type Text = 'theme' | 'team' | 'problem' | 'presentState' | 'owner' | 'sponsor';
const text =
	(field: Text, kind: Input['kind']): Inputs =>
	(plan) => [{ name: name(field), label: label(field), kind, value: plan[field] }];

const day =
	(field: 'targetOn' | 'effectiveOn' | 'checkOn'): Inputs =>
	(plan) => [{ name: name(field), label: label(field), kind: 'day', value: plan[field] ?? '' }];

const money =
	(field: 'cost' | 'benefit'): Inputs =>
	(plan) => [
		{ name: name(field), label: label(field), kind: 'number', value: written(plan[field]) }
	];

const days = (
	since: string,
	last: string,
	labels: readonly [string, string],
	value: Plan['baseline']
) =>
	[
		{ name: since, label: labels[0], kind: 'day', value: value?.since ?? '' },
		{
			name: last,
			label: labels[1],
			kind: 'day',
			value: value ? shiftDay(value.until, -1) : ''
		}
	] as const satisfies readonly Input[];

const cases =
	(field: 'selection' | 'comparison'): Inputs =>
	(plan, { f, number }) => [
		{
			name: name(field),
			label: m.improvement_input_selection_now({
				field: label(field),
				selection: planValueText(f, plan.measure, field, plan[field])
			}),
			kind: 'line',
			value: '',
			placeholder: m.improvement_input_selection(),
			link: {
				href: pickHref(number, field, plan[field]),
				text: m.improvement_pick_act(),
				name: m.improvement_pick_choose_field({ field: label(field) })
			}
		}
	];

const inputs: Readonly<Record<PlanField, Inputs>> = {
	theme: text('theme', 'line'),
	owner: text('owner', 'person'),
	team: text('team', 'line'),
	sponsor: text('sponsor', 'person'),
	problem: text('problem', 'area'),
	presentState: text('presentState', 'area'),
	measure: ({ measure }, { owns }) => {
		const key = measureKey(measure);
		// The one the plan holds stays as it holds it, whatever has become of it since.
		const held = typeof measure === 'string' ? [] : [measure];
		const known = [...controlMeasureIds, ...held, ...owns.filter(({ id }) => id !== key)];
		return [
			{
				name: name('measure'),
				label: label('measure'),
				kind: 'choice',
				value: key,
				options: known.map((one) => ({ value: measureKey(one), text: measureName(one) }))
			}
		];
	},
	selection: cases('selection'),
	comparison: (plan, asked) => [
		...cases('comparison')(plan, asked),
		{
			name: name('comparison', '.none'),
			label: m.improvement_input_comparison_none(),
			kind: 'check',
			value: plan.comparison === '' ? 'on' : ''
		}
	],
	step: ({ step }) => [
		{
			name: name('step'),
			label: label('step'),
			kind: 'choice',
			value: step,
			options: choices(['week', 'month'], stepWords)
		}
	],
	method: ({ method }) => [
		{
			name: name('method'),
			label: label('method'),
			kind: 'choice',
			value: method,
			options: choices(methods, methodWords)
		}
	],
	baseline: ({ baseline }) =>
		days(
			name('baseline', '.since'),
			name('baseline', '.last'),
			[
				m.improvement_input_first_day({ field: label('baseline') }),
				m.improvement_input_last_day({ field: label('baseline') })
			],
			baseline
		),
	excluded: ({ excluded }, { excludedRows }) =>
		Array.from({ length: Math.min(excludedRows, mostExcludedRows) }, (_, row) => {
			const number = String(row + 1);
			const value = excluded[row] ?? null;
			return [
				...days(
					name('excluded', `.${row}.since`),
					name('excluded', `.${row}.last`),
					[m.improvement_input_left_out({ number }), m.improvement_input_left_out_last({ number })],
					value
				),
				{
					name: name('excluded', `.${row}.reason`),
					label: m.improvement_input_left_out_reason({ number }),
					kind: 'line' as const,
					value: value?.reason ?? ''
				}
			];
		}).flat(),
	trialLimits: ({ trialLimits }) => [
		{
			name: name('trialLimits'),
			label: m.improvement_input_trial(),
			kind: 'check',
			value: trialLimits ? 'on' : ''
		}
	],
	target: ({ target, measure }) => [
		{
			name: name('target'),
			label:
				targetFactor(measure) === 100
					? m.improvement_input_percent({ field: label('target') })
					: m.improvement_input_unit({
							field: label('target'),
							unit: unitWords[unitOf(measure)]()
						}),
			kind: 'number',
			value: written(target, targetFactor(measure))
		}
	],
	targetOn: day('targetOn'),
	smallestChange: ({ smallestChange, measure }) => [
		{
			name: name('smallestChange'),
			label: smallestLabels[checkKindOf(measure)]({ field: label('smallestChange') }),
			kind: 'number',
			value: written(smallestChange, smallestFactor(measure))
		}
	],
	effectiveOn: day('effectiveOn'),
	transitionDays: ({ transitionDays }) => [
		{
			name: name('transitionDays'),
			label: m.improvement_input_days({ field: label('transitionDays') }),
			kind: 'number',
			value: written(transitionDays)
		}
	],
	checkOn: day('checkOn'),
	cost: money('cost'),
	benefit: money('benefit')
};

const smallestLabels = {
	rate: m.improvement_input_percent,
	time: m.improvement_input_percent,
	share: m.improvement_input_points,
	mean: m.improvement_input_score
} as const;
