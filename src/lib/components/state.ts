/** What can be said of a number: how it moved, whether its process meets the target, that it still runs. */
export const stateKinds = [
	'improving',
	'worsening',
	'common',
	'reliable',
	'sometimes',
	'cannot',
	'running'
] as const;
export type StateKind = (typeof stateKinds)[number];
