import type { Improvement } from '#lib/improvement/improvement.ts';
import { gainHeld, sustainDue } from '#lib/improvement/sustain.ts';
import { product } from '#lib/server/access/person.ts';
import { allImprovements, submit } from '#lib/server/improvement/store.ts';
import { checkOf, selectionOf } from './improvement-check.ts';
import { scopeOf } from './scope.ts';

let turn: Promise<unknown> = Promise.resolve();

/**
 * Makes the sustain checks that the data have reached, each once, and opens again what was lost. Called when
 * the data have changed and when improvements are looked at; without any due it costs next to nothing.
 */
export function sustainGains(signal?: AbortSignal): Promise<void> {
	const done = turn.then(() => sustainAll(signal));
	turn = done.catch(() => undefined);
	return done;
}

async function sustainAll(signal: AbortSignal | undefined): Promise<void> {
	for (const improvement of await allImprovements())
		if (improvement.stage === 'act' && improvement.verdict) await sustainOne(improvement, signal);
}

async function sustainOne(
	improvement: Improvement,
	signal: AbortSignal | undefined
): Promise<void> {
	const locked = improvement.versions.find(({ version }) => version === improvement.version);
	const plan = locked?.plan ?? improvement.plan;
	const filter = selectionOf(plan.selection);
	const signed = improvement.verdict?.verdict;
	if (!filter || !signed) return;
	const { log } = await scopeOf(product, filter, signal);
	const due = log ? sustainDue(improvement, log.asOfDay) : [];
	if (due.length === 0) return;
	// Whether a gain lasts is told by all that came since, not by the window the verdict was fixed to.
	const open = { ...plan, checkOn: null };
	const {
		verdict: found,
		chart,
		periods
	} = await checkOf(product, open, improvement.version, signal);
	const verdict = found && { ...found, due: true };
	// Without data nothing can be said, and nothing is kept: the check waits for them.
	if (!verdict || !chart) return;
	const held = gainHeld(plan, signed, { verdict, periods, patterns: chart.patterns });
	for (const days of due)
		await submit(product, improvement.id, { do: 'sustain', days, verdict, held });
}
