import { missed } from '../server/questions/planted-drivers.ts';
import { foundInPlantedLogs } from './planted-logs.ts';
import type { Trial } from './trial.ts';

export const trial: Trial = {
	shows:
		'what five demo logs have planted is found by the drivers page as what it is, and the decoy month is not called a change',
	minutes: 3,
	run: (given) => foundInPlantedLogs(given, missed)
};
