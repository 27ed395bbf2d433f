import { improvementEventKinds } from '#lib/improvement/improvement.ts';

/** What people can do that the record keeps. */
export const eventKinds = [
	'case_corrected',
	'case_correction_withdrawn',
	'category_suggestion_refused',
	'person_entered',
	'person_left',
	'annotation_added',
	'annotation_removed',
	'phase_started',
	'phase_withdrawn',
	'baseline_frozen',
	'baseline_released',
	'board_arranged',
	'target_set',
	'target_withdrawn',
	'target_rows_refused',
	'calendar_saved',
	'policy_saved',
	'policy_chosen',
	'idea_left',
	'idea_declined',
	'view_saved',
	'view_removed',
	'view_made_home',
	'audit_drawn',
	'audit_answered',
	'checklist_saved',
	'review_commented',
	'review_decided',
	'review_frozen',
	'review_signed',
	'review_reopened',
	'mail_arranged',
	'mail_begun',
	'mail_sent',
	'mail_failed',
	'own_measure_saved',
	'own_measure_retired',
	'measure_owner_named',
	...improvementEventKinds
] as const;
export type EventKind = (typeof eventKinds)[number];

/** One act of a person. Events are never changed; a later one on the same subject holds. */
export interface RecordedEvent<Body = unknown> {
	readonly number: number;
	/** Milliseconds UTC. */
	readonly happenedAt: number;
	readonly person: {
		readonly id: string;
		readonly name: string;
		readonly assurance: 'declared' | 'authenticated';
	};
	readonly kind: EventKind;
	readonly subject: string;
	readonly body: Body;
}
