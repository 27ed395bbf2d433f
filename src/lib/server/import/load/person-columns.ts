import { contactFields, type CaseField } from '#lib/measures/case-fields.ts';
import { columnOf, isContact, type Plan } from './plan.ts';

/**
 * The key of the person: their number in the source, else phone, else e-mail, the same in every source.
 * A name alone does not tell two people of one name apart: its key holds for one case only.
 */
export function customerSql(plan: Plan): string {
	const has = (field: CaseField) => columnOf(plan, field) !== undefined;
	const keys = [
		has('customer') ? "'id:' || getvariable('import').source || ':' || customer_text" : null,
		has('customer_phone')
			? "'phone:' || regexp_replace(half_width(customer_phone_text), '[^0-9+]', '', 'g')"
			: null,
		has('customer_email') ? "'mail:' || lower(customer_email_text)" : null,
		...(['customer_name', 'customer_address'] as const).map((field) =>
			has(field)
				? `'case:' || getvariable('import').source || ':' || ${has('case_no') ? 'case_no_text' : 'row_hash'} || case when ${field}_text is not null then '' end`
				: null
		)
	].filter((key) => key !== null);
	if (keys.length === 0) return 'null::varchar';
	return `keyed_hash(coalesce(${keys.join(', ')}), getvariable('import').inner_pad, getvariable('import').outer_pad)`;
}

/** Contact data of the sound rows, one row a person. */
export function contactsSql(plan: Plan): string | null {
	if (!plan.given.some(({ field }) => isContact(field))) return null;
	return `insert into person_detail (source, load_id, customer, ${contactFields.join(', ')})
		select getvariable('import').source, getvariable('import').load_id, customer,
			${contactFields.map((field) => `arg_max(${field}, line)`).join(', ')}
		from staged
		where problem is null and customer is not null
		group by customer`;
}
