import { z } from 'zod/mini';
import { limitStages, limitUnits } from '#lib/calendar/policy.ts';
import { isDate } from '#lib/calendar/written.ts';
import type { NamedCalendar } from '#lib/calendar/named-calendar.ts';
import type { Policy } from '#lib/calendar/policy.ts';

const date = z
	.string()
	.check(z.regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), z.refine(isDate));
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/));
const windows = z.array(z.tuple([time, time]));
const name = z.string().check(z.maxLength(120));
const names = z.object({ en: name, 'zh-CN': name, 'zh-TW': name });
const id = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));

/** A calendar read from a file, the record or a form. */
export const calendarShape: z.ZodMiniType<NamedCalendar> = z.object({
	id,
	names,
	timeZone: z.string().check(z.refine(isZone)),
	publicHolidays: z.nullable(z.literal('china')),
	weeks: z
		.array(
			z.object({
				from: z.nullable(date),
				week: z.object({
					mon: z.optional(windows),
					tue: z.optional(windows),
					wed: z.optional(windows),
					thu: z.optional(windows),
					fri: z.optional(windows),
					sat: z.optional(windows),
					sun: z.optional(windows)
				})
			})
		)
		.check(z.minLength(1)),
	holidays: z.array(z.object({ date, name })),
	makeUpDays: z.array(z.object({ date, name, windows: z.optional(windows) }))
}) as z.ZodMiniType<NamedCalendar>;

const words = z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(200))));

/** A policy read from a file, the record or a form. */
export const policyShape: z.ZodMiniType<Policy> = z.object({
	id,
	names,
	source: names,
	versions: z
		.array(
			z.object({
				from: z.nullable(date),
				limits: z.array(
					z.object({
						stage: z.enum(limitStages),
						starts: z.enum(['received', ...limitStages]),
						value: z.number().check(z.gt(0), z.lte(100_000)),
						unit: z.enum(limitUnits),
						fits: z.object({
							priority: words,
							track: words,
							category: words,
							channel: words
						})
					})
				)
			})
		)
		.check(z.minLength(1))
}) as z.ZodMiniType<Policy>;

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
