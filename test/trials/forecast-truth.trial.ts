import { missedForecasts } from '../server/questions/forecast-findings.ts';
import { foundInPlantedLogs } from './planted-logs.ts';
import type { Trial } from './trial.ts';

export const trial: Trial = {
	shows:
		'in five demo logs the forecast beats last year repeated, shows 双11 and 春节, tells the end of the month, suggests the planted improvement as a change of level and nothing in the decoy month',
	minutes: 3,
	run: (given) => foundInPlantedLogs(given, missedForecasts)
};
