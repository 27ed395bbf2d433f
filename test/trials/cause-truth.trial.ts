import { missedCauses } from '../server/questions/cause-findings.ts';
import { foundInPlantedLogs } from './planted-logs.ts';
import type { Trial } from './trial.ts';

export const trial: Trial = {
	shows:
		'in eight demo logs the timeliness page names the slow stage and its department, drivers and satisfaction the weak team, and themes the words of the planted surge',
	minutes: 8,
	run: (given) => foundInPlantedLogs(given, missedCauses, 'eight')
};
