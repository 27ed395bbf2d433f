import type { Locale } from '#lib/format/locale.ts';
import type { CaseField, OrderField } from '#lib/measures/case-fields.ts';
import * as m from './generated/messages.js';

/** A field of a case, of the orders table, or the source a case came from. */
export type NamedField = CaseField | OrderField | 'source';

/** The name of a field in the reader's language. */
export function fieldName(field: NamedField): string {
	return names[field]();
}

/** Its name as it stands inside a sentence. */
export function fieldInSentence(field: NamedField, locale: Locale): string {
	const name = fieldName(field);
	return locale === 'en' ? name.toLocaleLowerCase('en') : name;
}

const names: Readonly<Record<NamedField, () => string>> = {
	case_no: m.field_case_no,
	order_no: m.field_order_no,
	received_at: m.field_received_at,
	registered_at: m.field_registered_at,
	first_response_at: m.field_first_response_at,
	dispatched_at: m.field_dispatched_at,
	accepted_at: m.field_accepted_at,
	investigated_at: m.field_investigated_at,
	proposed_at: m.field_proposed_at,
	communicated_at: m.field_communicated_at,
	resolved_at: m.field_resolved_at,
	closed_at: m.field_closed_at,
	followed_up_at: m.field_followed_up_at,
	first_response_minutes: m.field_first_response_minutes,
	resolution_minutes: m.field_resolution_minutes,
	channel: m.field_channel,
	category: m.field_category,
	subcategory: m.field_subcategory,
	nature: m.field_nature,
	priority: m.field_priority,
	severity: m.field_severity,
	department: m.field_department,
	team: m.field_team,
	agent: m.field_agent,
	product: m.field_product,
	product_category: m.field_product_category,
	shop: m.field_shop,
	region: m.field_region,
	city: m.field_city,
	customer_type: m.field_customer_type,
	status: m.field_status,
	track: m.field_track,
	finding: m.field_finding,
	resolution: m.field_resolution,
	customer_answer: m.field_customer_answer,
	customer: m.field_customer,
	customer_name: m.field_customer_name,
	customer_phone: m.field_customer_phone,
	customer_email: m.field_customer_email,
	customer_address: m.field_customer_address,
	admissible: m.field_admissible,
	evidence: m.field_evidence,
	reopened_count: m.field_reopened_count,
	escalated: m.field_escalated,
	target_at: m.field_target_at,
	on_time: m.field_on_time,
	amount: m.field_amount,
	cost: m.field_cost,
	handling_minutes: m.field_handling_minutes,
	satisfaction: m.field_satisfaction,
	satisfaction_timeliness: m.field_satisfaction_timeliness,
	satisfaction_solution: m.field_satisfaction_solution,
	satisfaction_openness: m.field_satisfaction_openness,
	satisfaction_follow_up: m.field_satisfaction_follow_up,
	nps: m.field_nps,
	narrative: m.field_narrative,
	source: m.field_source,
	day: m.field_day,
	orders: m.field_orders
};
