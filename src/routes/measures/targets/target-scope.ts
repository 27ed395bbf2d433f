import { dimensions } from '#lib/measures/case-fields.ts';
import type { TargetScope } from '#lib/measures/target.ts';

/** "department:物流" as the form's choice says it; nothing is all cases. */
export function scopeFrom(text: string): TargetScope | null {
	const at = text.indexOf(':');
	const dimension = dimensions.find((name) => name === text.slice(0, at));
	return dimension ? { dimension, value: text.slice(at + 1) } : null;
}
