import { missedByControl } from '../server/demo/control-findings.ts';
import { foundInPlantedLogs } from './planted-logs.ts';
import type { Trial } from './trial.ts';

/** Truth says what was planted; the charts are the page's own, as it opens. */
export const trial: Trial = {
	shows: 'control charts of eight demo logs find the improvement and do not report the decoy month',
	minutes: 2,
	run: (given) => foundInPlantedLogs(given, missedByControl, 'eight')
};
