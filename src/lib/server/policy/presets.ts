import always from '../../../../data/calendars/always.json' with { type: 'json' };
import chinaOffice from '../../../../data/calendars/china-office.json' with { type: 'json' };
import chinaOfficeLunch from '../../../../data/calendars/china-office-lunch.json' with { type: 'json' };
import serviceCentre from '../../../../data/calendars/service-centre-example.json' with { type: 'json' };
import afterSales from '../../../../data/policies/after-sales.json' with { type: 'json' };
import complaintRules from '../../../../data/policies/complaint-rules.json' with { type: 'json' };
import handbook from '../../../../data/policies/handbook-2025.json' with { type: 'json' };
import handbookChapter7 from '../../../../data/policies/handbook-ch7.json' with { type: 'json' };
import serviceStandard from '../../../../data/policies/service-standard.json' with { type: 'json' };
import type { NamedCalendar } from '#lib/calendar/named-calendar.ts';
import type { Policy } from '#lib/calendar/policy.ts';
import { calendarShape, policyShape } from './shapes.ts';

/** Calendars that ship. */
export const presetCalendars: readonly NamedCalendar[] = [
	chinaOffice,
	chinaOfficeLunch,
	always,
	serviceCentre
].map((calendar) => calendarShape.parse(calendar));

/** Policies that ship. */
export const presetPolicies: readonly Policy[] = [
	handbook,
	complaintRules,
	serviceStandard,
	afterSales,
	handbookChapter7
].map((policy) => policyShape.parse(policy));

/** What a source goes by that nobody chose anything for. */
export const presetChoice = { policy: 'handbook-2025', calendar: 'china-office' } as const;
