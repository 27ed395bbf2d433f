import { layOut } from '#lib/server/timing/lay-out.ts';
import type { Session } from '#lib/server/warehouse/port.ts';
import { arrangement } from './arrangement.ts';

/** Lays policies and calendars out where a store has none yet, so that its first cases are timed too. */
export async function ensureLaidOut(session: Session): Promise<void> {
	if ((await session.ask('timing/in_force')).rowCount > 0) return;
	const generation = await layOut(session, await arrangement());
	await session.run('timing/put_in_force', { generation });
}
