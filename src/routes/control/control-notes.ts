import type { AnnotationKind } from '#lib/measures/annotations.ts';
import * as m from '#lib/messages/generated/messages.js';

export const annotationKindWords: Readonly<Record<AnnotationKind, () => string>> = {
	release: m.control_annotation_kind_release,
	campaign: m.control_annotation_kind_campaign,
	holiday: m.control_annotation_kind_holiday,
	policy: m.control_annotation_kind_policy,
	other: m.control_annotation_kind_other
};

/** Address of an action that comes back to the chart as it is chosen. */
export function actionHref(action: string, parameters: URLSearchParams): string {
	const kept = new URLSearchParams([...parameters].filter(([name]) => !name.startsWith('/')));
	return `?/${action}${kept.size > 0 ? `&${kept.toString()}` : ''}`;
}

/** Why what somebody entered was not kept. */
export function problemWords(problem: string): string {
	switch (problem) {
		case 'label_missing':
			return m.control_problem_label_missing();
		case 'reason_missing':
			return m.control_problem_reason_missing();
		case 'day_unreadable':
			return m.control_problem_day_unreadable();
		case 'days_reversed':
			return m.control_problem_days_reversed();
		default:
			return m.control_problem_gone();
	}
}
