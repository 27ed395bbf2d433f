import { unequalIcons } from '../server/questions/board-icons.ts';
import { foundInPlantedLogs } from './planted-logs.ts';
import type { Trial } from './trial.ts';

/** The running month, the last whole one, and others with and without planted effects. */
const months = [null, '2025-10-01', '2025-06-01', '2025-01-01', '2024-08-01'];

export const trial: Trial = {
	shows:
		'every icon of the board, of all cases and of departments, equals the control chart it opens',
	minutes: 4,
	run: (given) =>
		foundInPlantedLogs(given, async () => {
			const problems: string[] = [];
			for (const month of months) problems.push(...(await unequalIcons(month)));
			return problems;
		})
};
