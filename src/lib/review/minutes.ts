import type { Day } from '#lib/filter/filter.ts';

/** Parts of a month's review people may write a comment under. */
export const commentedSections = [
	'summary',
	'signals',
	'drivers',
	'forecast',
	'improvements',
	'categories',
	'followed',
	'decisions'
] as const;
export type CommentedSection = (typeof commentedSections)[number];

/** Who answers for a month, in the order in which they sign; each is somebody else. */
export const signingRoles = ['prepared', 'reviewed', 'approved'] as const;
export type SigningRole = (typeof signingRoles)[number];

export const decisionStates = ['open', 'started', 'done', 'dropped'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** Somebody, and how sure it is that it was them. */
export interface Signer {
	readonly id: string;
	readonly name: string;
	readonly assurance: 'declared' | 'authenticated';
}

export interface CommentBody {
	readonly section: CommentedSection;
	/** Empty: taken back. */
	readonly text: string;
}

export interface Comment {
	readonly text: string;
	readonly by: Signer;
	/** Epoch milliseconds. */
	readonly at: number;
	/** The act that said so: who edits an older one has not seen it. */
	readonly number: number;
}

export interface DecisionBody {
	readonly id: string;
	readonly what: string;
	/** What it rests on: `finding:<id>`, `improvement:<number>`, or nothing of the review. */
	readonly about: string;
	/** What it rests on in words. */
	readonly evidence: string;
	readonly owner: string;
	readonly due: Day;
	readonly state: DecisionState;
	/** What came of it. */
	readonly result: string;
}

export interface Decision extends DecisionBody {
	/** Place in its month, from 1; kept for good. */
	readonly place: number;
	readonly by: Signer;
	readonly at: number;
	readonly number: number;
}

export interface SignatureBody {
	readonly role: SigningRole;
	readonly version: number;
	/** Of what is signed. */
	readonly hash: string;
	/** News it tells of. */
	readonly signals: number;
}

export interface Signature extends SignatureBody {
	readonly by: Signer;
	readonly at: number;
}

export interface ReopenedBody {
	readonly version: number;
	readonly reason: string;
}

/** A version that was signed and then opened again. */
export interface ReopenedVersion extends ReopenedBody {
	readonly signatures: readonly Signature[];
	readonly by: Signer;
	readonly at: number;
}

/** What people did about one month. */
export interface MonthMinutes {
	readonly month: Day;
	readonly comments: Readonly<Partial<Record<CommentedSection, Comment>>>;
	readonly decisions: readonly Decision[];
	/** From 1; opening it again begins the next. */
	readonly version: number;
	/** Of this version, in the order of the roles. */
	readonly signatures: readonly Signature[];
	readonly reopened: readonly ReopenedVersion[];
	/** The last act about it; 0 where there is none. */
	readonly lastAct: number;
}

/** An act about a month, as the record tells it. */
export type ReviewAct = {
	readonly number: number;
	readonly happenedAt: number;
	readonly person: Signer;
	readonly subject: Day;
} & (
	| { readonly kind: 'review_commented'; readonly body: CommentBody }
	| { readonly kind: 'review_decided'; readonly body: DecisionBody }
	| { readonly kind: 'review_signed'; readonly body: SignatureBody }
	| { readonly kind: 'review_reopened'; readonly body: ReopenedBody }
);

export function emptyMinutes(month: Day): MonthMinutes {
	return {
		month,
		comments: {},
		decisions: [],
		version: 1,
		signatures: [],
		reopened: [],
		lastAct: 0
	};
}

/** What stands after one more act. */
function withAct(minutes: MonthMinutes, act: ReviewAct): MonthMinutes {
	const { person: by, happenedAt: at, number } = act;
	const next = { ...minutes, lastAct: number };
	switch (act.kind) {
		case 'review_commented': {
			const { section, text } = act.body;
			return { ...next, comments: { ...minutes.comments, [section]: { text, by, at, number } } };
		}
		case 'review_decided': {
			const known = minutes.decisions.find(({ id }) => id === act.body.id);
			const place = known?.place ?? minutes.decisions.length + 1;
			const said: Decision = {
				...act.body,
				place,
				by: known?.by ?? by,
				at: known?.at ?? at,
				number
			};
			const decisions = known
				? minutes.decisions.map((one) => (one.id === said.id ? said : one))
				: [...minutes.decisions, said];
			return { ...next, decisions };
		}
		case 'review_signed':
			return { ...next, signatures: [...minutes.signatures, { ...act.body, by, at }] };
		case 'review_reopened': {
			const { signatures } = minutes;
			const reopened = [...minutes.reopened, { ...act.body, signatures, by, at }];
			return { ...next, reopened, signatures: [], version: minutes.version + 1 };
		}
	}
}

/** Acts in order → what stands, by month. */
export function minutesOf(acts: readonly ReviewAct[]): ReadonlyMap<Day, MonthMinutes> {
	const all = new Map<Day, MonthMinutes>();
	for (const act of acts)
		all.set(act.subject, withAct(all.get(act.subject) ?? emptyMinutes(act.subject), act));
	return all;
}
