import type { Evidence } from './evidence.ts';
import type {
	Action,
	Cause,
	ListItems,
	ListName,
	Plan,
	PlanField,
	Recovery,
	Training,
	Why
} from './plan.ts';
import type { Stage } from './stages.ts';
import type { Outcome, Verdict } from './verdict.ts';

/** Who acted, and how sure it is that it was them. */
export interface Actor {
	readonly id: string;
	readonly name: string;
	readonly assurance: 'declared' | 'authenticated';
}

/** What people can do to an improvement; the body of its event, `kind` in the record's own column. */
export interface EventBodies {
	improvement_started: {
		/** As people say it: `2511-01`. Kept, so that another zone cannot renumber what was printed. */
		readonly number: string;
		readonly theme: string;
		readonly plan: Plan;
		readonly evidence: readonly Evidence[];
		/** The improvement it continues or spreads, or the idea, finding or signal it came from. */
		readonly from: Origin | null;
	};
	improvement_evidence_added: { readonly evidence: Evidence };
	/** Field by field, old and new: two people editing lose nothing. */
	improvement_plan_changed: {
		readonly changes: readonly {
			readonly field: PlanField;
			readonly old: unknown;
			readonly new: unknown;
		}[];
		readonly why: string;
	};
	improvement_item_set: {
		readonly list: ListName;
		readonly old: ListItems[ListName] | null;
		readonly new: ListItems[ListName];
	};
	improvement_item_removed: { readonly list: ListName; readonly old: ListItems[ListName] };
	/** Locks the version: the plan as it stood. */
	improvement_approved: { readonly version: number; readonly plan: Plan };
	/** A locked plan is opened again: the next version. */
	improvement_revised: { readonly version: number; readonly why: string };
	improvement_moved: { readonly from: Stage; readonly to: Stage; readonly why: string };
	/** A person signs what was computed. */
	improvement_verdict_signed: { readonly verdict: Verdict };
	improvement_override_asked: { readonly outcome: Outcome; readonly why: string };
	/** By a second person: only then it holds, and it stays visible. */
	improvement_override_confirmed: {
		readonly outcome: Outcome;
		/** Number of the event that asked for it; absent in what was written before that was kept. */
		readonly request?: number;
	};
	improvement_act_decided: ActDecision;
	/** By itself, 30, 60 and 90 days after the verdict was signed. */
	improvement_sustain_checked: {
		readonly days: SustainDays;
		readonly verdict: Verdict;
		readonly held: boolean;
	};
	/** The gain was lost: by itself, or by a person. */
	improvement_reopened: { readonly why: string; readonly days: SustainDays | null };
	improvement_gain_accepted: { readonly why: string };
	improvement_cancelled: { readonly why: string };
	improvement_commented: { readonly text: string; readonly mentions: readonly string[] };
	improvement_file_added: StoredFile;
}
export type EventKind = keyof EventBodies;

const kinds: Readonly<Record<EventKind, true>> = {
	improvement_started: true,
	improvement_evidence_added: true,
	improvement_plan_changed: true,
	improvement_item_set: true,
	improvement_item_removed: true,
	improvement_approved: true,
	improvement_revised: true,
	improvement_moved: true,
	improvement_verdict_signed: true,
	improvement_override_asked: true,
	improvement_override_confirmed: true,
	improvement_act_decided: true,
	improvement_sustain_checked: true,
	improvement_reopened: true,
	improvement_gain_accepted: true,
	improvement_cancelled: true,
	improvement_commented: true,
	improvement_file_added: true
};
/** Every kind of event of an improvement. */
export const improvementEventKinds = Object.keys(kinds) as readonly EventKind[];

export type Origin =
	| { readonly kind: 'next_cycle' | 'spread'; readonly improvement: string }
	| { readonly kind: 'idea' | 'finding'; readonly id: string };

export type SustainDays = 30 | 60 | 90;
export const sustainDays: readonly SustainDays[] = [30, 60, 90];

/** How the cycle ends: the gain becomes a standard, or the next cycle takes over, or nothing more is done. */
export interface ActDecision {
	readonly decision: 'standardise' | 'next_cycle' | 'stop';
	/** The standard's name and where it lies. */
	readonly document: string;
	readonly link: string;
	readonly inForceOn: string | null;
	readonly why: string;
	/** The charts it concerns get a phase from the effective date on. */
	readonly phase: boolean;
}

export interface StoredFile {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	/** Bytes. */
	readonly size: number;
	readonly sha256: string;
	/** Which action it belongs to; empty: the improvement. */
	readonly action: string;
}

export type ImprovementEvent = {
	[Kind in EventKind]: {
		/** Of the record: ascending, never reused. */
		readonly number: number;
		/** Milliseconds UTC. */
		readonly happenedAt: number;
		readonly person: Actor;
		readonly kind: Kind;
		readonly body: EventBodies[Kind];
	};
}[EventKind];

/** A version with everything that was approved, and what was found under it. */
export interface LockedPlan {
	readonly version: number;
	readonly plan: Plan;
	/** As they stood when it was approved: of the countermeasures also how far they were. */
	readonly whys: readonly Why[];
	readonly causes: readonly Cause[];
	readonly actions: readonly Action[];
	readonly approvedBy: Actor;
	readonly approvedAt: number;
	readonly verdict: SignedVerdict | null;
}

export interface SignedVerdict {
	readonly verdict: Verdict;
	readonly signedBy: Actor;
	readonly signedAt: number;
	/** Asked for and, once a second person agreed, in force. */
	readonly override: {
		/** Number of the event that asked for it: what is confirmed. */
		readonly request: number;
		readonly outcome: Outcome;
		readonly why: string;
		readonly askedBy: Actor;
		readonly confirmedBy: Actor | null;
	} | null;
}

export interface SustainCheck {
	readonly days: SustainDays;
	readonly checkedAt: number;
	readonly verdict: Verdict;
	readonly held: boolean;
}

/** An improvement as its events left it: nothing in it is kept anywhere else. */
export interface Improvement {
	readonly id: string;
	/** As people say it: `2511-01`. */
	readonly number: string;
	readonly stage: Stage;
	readonly startedAt: number;
	readonly startedBy: Actor;
	readonly from: Origin | null;
	readonly plan: Plan;
	/** Version being worked on or locked. */
	readonly version: number;
	/** The plan is approved and may not be changed without a next version. */
	readonly locked: boolean;
	readonly versions: readonly LockedPlan[];
	readonly evidence: readonly Evidence[];
	readonly whys: readonly Why[];
	readonly causes: readonly Cause[];
	readonly actions: readonly Action[];
	readonly trainings: readonly Training[];
	readonly recoveries: readonly Recovery[];
	readonly files: readonly StoredFile[];
	/** Verdict of the current version. */
	readonly verdict: SignedVerdict | null;
	readonly act: ActDecision | null;
	readonly sustain: readonly SustainCheck[];
	/** The gain was lost and nobody has decided yet. */
	readonly gainLost: boolean;
	readonly cancelled: string | null;
	readonly closedAt: number | null;
	/** Number of its last event: what an edit is based on. */
	readonly lastEvent: number;
}
