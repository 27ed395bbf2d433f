import { z } from 'zod';
import { controlMeasureIds, type ControlMeasureId } from '#lib/measures/control-measures.ts';
import {
	ownExposures,
	ownKinds,
	ownNumbers,
	ownQuantiles,
	ownTimes
} from '#lib/measures/own-measure.ts';
import type { Command } from './commands.ts';
import { branches, methods, type ListItems, type ListName, type Plan } from './plan.ts';

/** Characters of a text a person writes; a page of prose fits. */
const longestText = 8_000;

const text = z.string().max(longestText);
const line = z.string().max(400);
const amount = z.number().finite().nullable();

/** YYYY-MM-DD of a day that exists. */
export const daySchema = z.iso.date();
const day = daySchema.nullable();
const days = { since: daySchema, until: daySchema };
const id = z.string().min(1).max(80);

/** An own measure as a plan keeps it: all that defines it. */
const ownMeasure = z.strictObject({
	id: z.string().startsWith('own-').max(80),
	name: line,
	kind: z.enum(ownKinds),
	basis: text,
	part: text,
	per: z.enum(ownExposures),
	time: z.enum(ownTimes),
	quantile: z.enum(ownQuantiles),
	number: z.enum(ownNumbers),
	better: z.enum(['lower', 'higher', 'neither'])
});

/** Every field of a plan by itself: what a form sends is read with these. */
export const planFields = {
	theme: line,
	owner: line,
	team: line,
	sponsor: line,
	problem: text,
	presentState: text,
	measure: z.union([
		z.enum(controlMeasureIds as [ControlMeasureId, ...ControlMeasureId[]]),
		ownMeasure
	]),
	selection: text,
	comparison: text,
	step: z.enum(['week', 'month']),
	method: z.enum(methods),
	baseline: z.strictObject(days).nullable(),
	excluded: z.array(z.strictObject({ ...days, reason: line })).max(100),
	trialLimits: z.boolean(),
	target: amount,
	targetOn: day,
	smallestChange: amount,
	effectiveOn: day,
	transitionDays: z.int().min(0).max(3_660),
	checkOn: day,
	cost: amount,
	benefit: amount
} satisfies { [Field in keyof Plan]: z.ZodType<Plan[Field]> };
const planSchema = z.strictObject(planFields);

/** Rows of each list. */
export const itemSchemas = {
	whys: z.strictObject({ id, text, evidence: text, root: z.boolean() }),
	causes: z.strictObject({
		id,
		branch: z.enum(branches),
		text,
		evidence: text,
		state: z.enum(['open', 'confirmed', 'ruled_out'])
	}),
	actions: z.strictObject({
		id,
		what: text,
		why: text,
		who: line,
		where: line,
		due: day,
		how: text,
		state: z.enum(['open', 'started', 'done', 'waived']),
		startedOn: day,
		endedOn: day,
		note: text
	}),
	trainings: z.strictObject({ id, need: text, course: line, who: line, tookOn: day }),
	recoveries: z.strictObject({
		id,
		what: z.enum(['compensation', 'apology', 'goodwill', 'none_needed']),
		note: text,
		cases: z.int().min(0).nullable(),
		money: amount,
		customers: z.enum(['kept', 'lost', 'unknown'])
	})
} satisfies { [List in ListName]: z.ZodType<ListItems[List]> };

const actSchema = z.strictObject({
	decision: z.enum(['standardise', 'next_cycle', 'stop']),
	document: line,
	link: z
		.string()
		.max(2_000)
		.regex(/^($|https?:\/\/|\/)/i),
	inForceOn: day,
	why: text,
	phase: z.boolean()
});

/** A page of ours: evidence is shown as a link. */
const evidenceSchema = z.object({
	id,
	href: z
		.string()
		.max(longestText)
		.regex(/^\/(?![/\\])/),
	title: text,
	values: z.array(z.unknown()).max(1_000)
});

/**
 * Whether what a person wrote can be kept: days that exist, numbers that are, texts of a bearable length.
 * Of what the product itself makes (verdicts, evidence, files) only what becomes a link is looked at.
 */
export function isReadable(command: Command): boolean {
	switch (command.do) {
		case 'start':
			return (
				planSchema.safeParse(command.plan).success &&
				z.array(evidenceSchema).max(100).safeParse(command.evidence).success
			);
		case 'add_evidence':
			return evidenceSchema.safeParse(command.evidence).success;
		case 'change_plan':
			return (
				isText(command.why) &&
				command.changes.every(
					({ field, new: value }) =>
						Object.hasOwn(planFields, field) && planFields[field].safeParse(value).success
				)
			);
		case 'set_item':
			return (
				Object.hasOwn(itemSchemas, command.list) &&
				itemSchemas[command.list].safeParse(command.new).success
			);
		case 'decide_act':
			return actSchema.safeParse(command.decision).success;
		case 'comment':
			return isText(command.text) && z.array(line).max(50).safeParse(command.mentions).success;
		default:
			return !('why' in command) || isText(command.why);
	}
}

function isText(value: unknown): boolean {
	return text.safeParse(value).success;
}
