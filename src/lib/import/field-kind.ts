import { caseFields, orderFields } from '#lib/measures/case-fields.ts';
import type { FieldKind } from '#lib/measures/case-fields.ts';
import type { Target } from './mapping.ts';

const kinds: Readonly<Record<string, FieldKind>> = { ...orderFields, ...caseFields };

/** The kind of a field; null for `extra` and `skip`. */
export function fieldKind(target: Target): FieldKind | null {
	return kinds[target] ?? null;
}
