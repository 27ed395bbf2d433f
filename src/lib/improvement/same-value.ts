/** Two values as JSON knows them are the same: what a form sends back against what is kept. */
export function sameValue(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
		return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const [left, right] = [named(one), named(other)];
	return (
		left.size === right.size &&
		[...left].every(([name, value]) => right.has(name) && sameValue(value, right.get(name)))
	);
}

/** JSON leaves out what is undefined. */
function named(value: object): ReadonlyMap<string, unknown> {
	return new Map(Object.entries(value).filter(([, kept]) => kept !== undefined));
}
