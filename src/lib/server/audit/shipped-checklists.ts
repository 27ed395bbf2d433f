import handlingQuality from '../../../../data/checklists/handling-quality.json' with { type: 'json' };
import yearlyCompliance from '../../../../data/checklists/yearly-compliance.json' with { type: 'json' };
import { checklistShape, type Checklist } from '#lib/audit/checklist.ts';

/** Checklists that ship. */
export const shippedChecklists: readonly Checklist[] = [handlingQuality, yearlyCompliance].map(
	(checklist) => checklistShape.parse(checklist)
);
