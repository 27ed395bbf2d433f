import type { Command } from '#lib/improvement/commands.ts';
import { sustainDays, type Improvement } from '#lib/improvement/improvement.ts';
import type { Action, Cause, Plan, PlanField, Training } from '#lib/improvement/plan.ts';
import { stages } from '#lib/improvement/stages.ts';
import { outcomes } from '#lib/improvement/verdict.ts';
import { aVerdict, anAction } from './an-improvement.ts';
import { wholePlan } from './plans.ts';

/** Whoever may act: the owner, two others, one who writes the owner's name differently, one unnamed. */
export const actors = ['王敏', '李雷', '赵总', ' 王敏 ', ''].map(
	(name) => ({ id: `declared:${name}`, name, assurance: 'declared' }) as const
);

/** Takes numbers 0–1 and chooses with them, so that a seed says everything. */
export interface Chooser {
	readonly one: <T>(choices: readonly T[]) => T;
	readonly chance: (share: number) => boolean;
}

export function chooser(random: () => number): Chooser {
	return {
		one: (choices) => choices[Math.floor(random() * choices.length)]!,
		chance: (share) => random() < share
	};
}

const values: { [Field in PlanField]?: readonly Plan[Field][] } = {
	theme: ['降低派送延误投诉', '别的题目', ''],
	owner: ['王敏', '李雷', ''],
	target: [8, 7, null],
	smallestChange: [0.1, 0, -1, null],
	effectiveOn: ['2025-03-01', '2024-06-01', null],
	checkOn: ['2025-09-01', '2025-03-05', null],
	targetOn: ['2025-09-01', '2024-01-01', null],
	baseline: [
		{ since: '2024-01-01', until: '2025-02-01' },
		{ since: '2024-09-01', until: '2025-02-01' },
		{ since: '2025-02-01', until: '2024-01-01' },
		null
	],
	trialLimits: [false, true],
	transitionDays: [14, 400],
	method: ['rate_regression', 'difference_in_differences'],
	comparison: ['', 'category=其他']
};
const fields = Object.keys(values) as readonly PlanField[];
const whys = ['因为', '因为', '因为', ' '] as const;

/** A plan as somebody might begin it: three of its fields are anything. */
export function anyPlan({ one }: Chooser): Plan {
	const some = [one(fields), one(fields), 'baseline' as const];
	const given = some.map((field) => [field, one<unknown>(values[field] ?? [])] as const);
	return { ...wholePlan, ...Object.fromEntries(given), theme: '随机' };
}

const cause: Cause = { id: 'c', branch: 'method', text: '', evidence: '', state: 'confirmed' };
const training: Training = { id: 't', need: '', course: '', who: '', tookOn: null };

const requestOf = ({ verdict }: Improvement): number => verdict?.override?.request ?? 0;

/** Any command at all, sensible here or not. */
export function anyCommand(now: Improvement, { one, chance }: Chooser): Command {
	const why = one(whys);
	const verdict = { ...aVerdict(one(outcomes)), due: chance(0.8) };
	const action: Action = anAction({
		id: one(['a', 'b']),
		who: one(['李雷', '']),
		due: one(['2025-03-01', null]),
		state: one(['open', 'started', 'done', 'waived']),
		note: one(['不再需要', ''])
	});
	const present = <Row extends { readonly id: string }>(rows: readonly Row[], id: string) =>
		chance(0.8) ? (rows.find((row) => row.id === id) ?? null) : null;
	return one<() => Command>([
		() => {
			const changes = [one(fields), one(fields)].map((field) => ({
				field,
				old: chance(0.8) ? now.plan[field] : one<unknown>(values[field] ?? []),
				new: one<unknown>(values[field] ?? [])
			}));
			return { do: 'change_plan', changes, why };
		},
		() => ({ do: 'set_item', list: 'actions', old: present(now.actions, action.id), new: action }),
		() => {
			const row = { ...cause, state: one(['open', 'confirmed', 'ruled_out'] as const) };
			return { do: 'set_item', list: 'causes', old: present(now.causes, 'c'), new: row };
		},
		() => {
			const row = { ...training, tookOn: one(['2025-10-01', null]) };
			return { do: 'set_item', list: 'trainings', old: present(now.trainings, 't'), new: row };
		},
		() => ({
			do: 'remove_item',
			list: one(['actions', 'causes', 'recoveries'] as const),
			id: one(['a', 'b', 'c', 'r'])
		}),
		() => ({ do: 'approve' }),
		() => ({ do: 'revise', why }),
		() => ({ do: 'move', to: one(stages), why }),
		() => ({
			do: 'sign_verdict',
			verdict: { ...verdict, planVersion: now.version - (chance(0.2) ? 1 : 0) }
		}),
		() => ({ do: 'ask_override', outcome: one(outcomes), why }),
		() => ({ do: 'confirm_override', request: requestOf(now) - (chance(0.2) ? 1 : 0) }),
		() => ({
			do: 'decide_act',
			decision: {
				decision: one(['standardise', 'next_cycle', 'stop'] as const),
				document: one(['派送交接标准', '']),
				link: '',
				inForceOn: null,
				why,
				phase: false
			}
		}),
		() => ({ do: 'sustain', days: one(sustainDays), verdict, held: chance(0.7) }),
		() => ({ do: 'reopen', why }),
		() => ({ do: 'accept_loss', why }),
		() => (chance(0.5) ? { do: 'cancel', why } : { do: 'comment', text: why, mentions: [] })
	])();
}

/** What somebody would do who cannot wait: each is right at some moment, and mostly a step too early. */
export function hastyCommand(now: Improvement, { one }: Chooser): Command {
	const place = stages.indexOf(now.stage);
	const stage = (to: number) => stages[to] ?? 'closed';
	const onward = { do: 'move', to: stage(place + 1), why: '' } as const;
	const beyond = { do: 'move', to: stage(place + 2), why: '急' } as const;
	const back = { do: 'move', to: stages[Math.max(0, place - 1)]!, why: one(whys) } as const;
	return one<Command>([
		onward,
		onward,
		onward,
		beyond,
		back,
		{ do: 'approve' },
		{ do: 'confirm_override', request: requestOf(now) },
		{ do: 'reopen', why: '又多了' }
	]);
}

/** What somebody would do who wants it to end well. */
export function usefulCommand(now: Improvement, choose: Chooser): Command {
	const done = anAction({ id: 'a', who: '李雷', due: '2025-03-01', state: 'done' });
	const set = <List extends 'actions' | 'causes' | 'trainings' | 'recoveries'>(
		list: List,
		row: Improvement[List][number]
	) => {
		const rows: readonly { readonly id: string }[] = now[list];
		return { do: 'set_item', list, old: rows.find(({ id }) => id === row.id) ?? null, new: row };
	};
	const next = stages[stages.indexOf(now.stage) + 1] ?? 'closed';
	const onward = { do: 'move', to: next, why: '' } as const;
	const { one, chance } = choose;
	const back = {
		do: 'move',
		to: stages[stages.indexOf(now.stage) - 1] ?? 'plan',
		why: '还差'
	} as const;
	if ((now.stage === 'check' || now.stage === 'act') && chance(0.1)) return back;
	if (now.verdict && (now.stage === 'check' || now.stage === 'act') && chance(0.2))
		return now.verdict.override
			? { do: 'confirm_override', request: requestOf(now) }
			: { do: 'ask_override', outcome: one(outcomes), why: '另有证据' };
	const open = now.actions.find(
		({ state, note }) => state !== 'done' && !(state === 'waived' && note)
	);
	switch (now.stage) {
		case 'plan': {
			const wrong = fields.find((field) => {
				const good: unknown = wholePlan[field];
				return JSON.stringify(now.plan[field]) !== JSON.stringify(good);
			});
			if (now.locked) return one([onward, onward, { do: 'revise', why: '改' } as const]);
			if (wrong) {
				const change = { field: wrong, old: now.plan[wrong], new: wholePlan[wrong] };
				return { do: 'change_plan', changes: [change], why: '' };
			}
			if (!now.causes.some(({ state }) => state === 'confirmed'))
				return set('causes', cause) as Command;
			const half = now.actions.find(({ who, due }) => !who || !due) ?? done;
			if (now.actions.length === 0 || half !== done)
				return set('actions', { ...done, id: half.id, state: 'open' }) as Command;
			return { do: 'approve' };
		}
		case 'do':
			if (chance(0.2) && now.actions[0])
				return set('actions', { ...now.actions[0], state: 'waived', note: '' }) as Command;
			return open || now.actions.length === 0
				? (set('actions', { ...done, id: open?.id ?? 'a' }) as Command)
				: onward;
		case 'check': {
			const planVersion = now.version - (chance(0.2) ? 1 : 0);
			const verdict = { ...aVerdict(one(outcomes)), planVersion, due: chance(0.8) };
			return now.verdict ? onward : { do: 'sign_verdict', verdict };
		}
		case 'act': {
			if (now.gainLost) return { do: 'accept_loss', why: '接受' };
			const undone = sustainDays.find((days) => !now.sustain.some((check) => check.days === days));
			const decision = { document: '派送交接标准', link: '', inForceOn: null, why: '因为' };
			if (!now.act)
				return {
					do: 'decide_act',
					decision: { ...decision, decision: one(['standardise', 'stop']), phase: true }
				};
			if (undone)
				return { do: 'sustain', days: undone, verdict: aVerdict('effective'), held: true };
			if (now.recoveries.length === 0)
				return set('recoveries', {
					id: 'r',
					what: 'none_needed',
					note: '',
					cases: null,
					money: null,
					customers: 'unknown'
				}) as Command;
			const untaken = now.trainings.find(({ tookOn }) => !tookOn);
			if (untaken) return set('trainings', { ...untaken, tookOn: '2025-10-01' }) as Command;
			return onward;
		}
		case 'closed':
			return one<Command>([
				{ do: 'reopen', why: '又多了' },
				{ do: 'comment', text: '好', mentions: [] }
			]);
	}
}
