/**
 * The fields a complaint log can bring, in the order a case shows them. One list for the import
 * (what a column can be mapped to), the case table (`queries/schema/migrations`), the case page and
 * exports. Contact fields go to `person_detail` only and are masked everywhere.
 */
export type FieldKind =
	| 'id'
	| 'time'
	| 'minutes'
	| 'text'
	| 'number'
	| 'count'
	| 'flag'
	| 'score'
	| 'nps'
	| 'narrative'
	| 'contact';

/** Stages of a case in their usual order; each has an optional instant. */
export const stages = [
	'received_at',
	'registered_at',
	'first_response_at',
	'dispatched_at',
	'accepted_at',
	'investigated_at',
	'proposed_at',
	'communicated_at',
	'resolved_at',
	'closed_at',
	'followed_up_at'
] as const;
export type Stage = (typeof stages)[number];

/** Text fields a case can be filtered and grouped by. */
export const dimensions = [
	'channel',
	'category',
	'subcategory',
	'nature',
	'priority',
	'severity',
	'department',
	'team',
	'agent',
	'product',
	'product_category',
	'shop',
	'region',
	'city',
	'customer_type',
	'status',
	'track',
	'finding',
	'resolution',
	'customer_answer'
] as const;
export type Dimension = (typeof dimensions)[number];

/** Dimensions that only become known with the outcome of a case: they explain nothing of it. */
const ends = ['status', 'finding', 'resolution', 'customer_answer'] as const;
/** Dimensions of what a case was, not of how it ended. */
export type GivenDimension = Exclude<Dimension, (typeof ends)[number]>;
export const givenDimensions: readonly GivenDimension[] = dimensions.filter(
	(name): name is GivenDimension => !ends.some((end) => end === name)
);

/** Fields that hold personal data: stored only in `person_detail`. */
export const contactFields = [
	'customer_name',
	'customer_phone',
	'customer_email',
	'customer_address'
] as const;
export type ContactField = (typeof contactFields)[number];

/** Everything a column of a log can be mapped to. `*_minutes` are durations that stand for a stage. */
export const caseFields = {
	case_no: 'id',
	order_no: 'id',
	...(Object.fromEntries(stages.map((stage) => [stage, 'time'])) as Record<Stage, 'time'>),
	first_response_minutes: 'minutes',
	resolution_minutes: 'minutes',
	...(Object.fromEntries(dimensions.map((name) => [name, 'text'])) as Record<Dimension, 'text'>),
	customer: 'id',
	...(Object.fromEntries(contactFields.map((name) => [name, 'contact'])) as Record<
		ContactField,
		'contact'
	>),
	admissible: 'flag',
	evidence: 'text',
	reopened_count: 'count',
	escalated: 'flag',
	target_at: 'time',
	on_time: 'flag',
	amount: 'number',
	cost: 'number',
	handling_minutes: 'minutes',
	satisfaction: 'score',
	satisfaction_timeliness: 'score',
	satisfaction_solution: 'score',
	satisfaction_openness: 'score',
	satisfaction_follow_up: 'score',
	nps: 'nps',
	narrative: 'narrative'
} as const satisfies Record<string, FieldKind>;
export type CaseField = keyof typeof caseFields;

/** The optional second table. */
export const orderFields = {
	day: 'time',
	shop: 'text',
	product_category: 'text',
	orders: 'count'
} as const satisfies Record<string, FieldKind>;
export type OrderField = keyof typeof orderFields;
