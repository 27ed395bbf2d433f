import { afterEach, beforeEach, expect, it } from 'vitest';
import { initialDesign } from '#lib/measures/own-measure.ts';
import { localPerson } from '#lib/server/access/person.ts';
import { measureProblems } from '#lib/server/questions/measure-problems.ts';
import { retireOwnMeasure, saveOwnMeasure } from '#lib/server/record/own-measures.ts';
import { closeRecord, holdRecordInMemory } from '#lib/server/record/record.ts';

beforeEach(holdRecordInMemory);
afterEach(closeRecord);

it('names what no measure is or was called, and nothing else', async () => {
	const design = { ...initialDesign, part: 'category=Post' };
	const kept = await saveOwnMeasure(localPerson, { name: 'Post', design, note: '', names: [] });
	if ('problem' in kept) throw new Error(kept.problem);
	// One out of use is told apart, by the page.
	await retireOwnMeasure(localPerson, kept.id, 'not used');
	for (const known of [null, '', 'complaint_rate', kept.id])
		expect(await measureProblems(known)).toEqual([]);
	for (const value of ['complaint_rates', 'own-nothing', 'constructor'])
		expect(await measureProblems(value)).toEqual([{ parameter: 'measure', value }]);
});
