import { submit } from '#lib/server/improvement/store.ts';
import { improvementOf } from '#lib/server/improvement/store.ts';
import { wholePlan } from '../../improvement/plans.ts';

/**
 * A process of its own that writes two hundred acts and says of each when it was acknowledged, so that a
 * test can kill it.
 */
const writer = { id: 'declared:王敏', name: '王敏', assurance: 'declared' } as const;
const { id } = await submit(writer, null, {
	do: 'start',
	plan: wholePlan,
	evidence: [],
	from: null
});
for (let count = 1; count < 200; count++) {
	await submit(writer, id, { do: 'comment', text: `第 ${count} 条`, mentions: [] });
	const last = (await improvementOf(id))?.improvement.lastEvent;
	process.stdout.write(`${id} ${last} ${count}\n`);
}
process.stdout.write('done\n');
