import * as m from '#lib/messages/generated/messages.js';

/** What a report can tell; each part stands under one heading of each form. */
export const reportParts = [
	'people',
	'problem',
	'present',
	'goal',
	'causes',
	'main_causes',
	'plan',
	'done',
	'recovery',
	'check',
	'standard',
	'sustain',
	'next'
] as const;
export type ReportPart = (typeof reportParts)[number];

export interface ReportHeading {
	readonly title: () => string;
	/** Where the standard asks for it. */
	readonly clause?: string;
	readonly parts: readonly ReportPart[];
}

/** T/CAQ 10201 problem-solving topic in ten steps; ISO 9001:2015 10.2 told as 8D. */
export const reportForms = {
	qc: [
		{ title: m.report_qc_1, parts: ['people', 'problem'] },
		{ title: m.report_qc_2, parts: ['present'] },
		{ title: m.report_qc_3, parts: ['goal'] },
		{ title: m.report_qc_4, parts: ['causes'] },
		{ title: m.report_qc_5, parts: ['main_causes'] },
		{ title: m.report_qc_6, parts: ['plan'] },
		{ title: m.report_qc_7, parts: ['done', 'recovery'] },
		{ title: m.report_qc_8, parts: ['check'] },
		{ title: m.report_qc_9, parts: ['standard', 'sustain'] },
		{ title: m.report_qc_10, parts: ['next'] }
	],
	'8d': [
		{ title: m.report_8d_1, parts: ['people'] },
		{ title: m.report_8d_2, clause: '10.2.1 a', parts: ['problem', 'present'] },
		{ title: m.report_8d_3, clause: '10.2.1 a', parts: ['recovery'] },
		{ title: m.report_8d_4, clause: '10.2.1 b', parts: ['causes', 'main_causes'] },
		{ title: m.report_8d_5, clause: '10.2.1 b', parts: ['goal', 'plan'] },
		{ title: m.report_8d_6, clause: '10.2.1 c, d', parts: ['done', 'check'] },
		{ title: m.report_8d_7, clause: '10.2.1 e, f', parts: ['standard', 'sustain'] },
		{ title: m.report_8d_8, clause: '10.2.2', parts: ['next'] }
	]
} as const satisfies Readonly<Record<string, readonly ReportHeading[]>>;
export type ReportForm = keyof typeof reportForms;

export function isForm(text: string | null): text is ReportForm {
	return text !== null && Object.hasOwn(reportForms, text);
}
