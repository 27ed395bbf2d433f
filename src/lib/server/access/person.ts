/**
 * The person behind an act. Until accounts exist the local user says as whom they act: `declared`.
 * A declared approval or correction says so wherever it is shown.
 */
export interface Person {
	readonly id: string;
	readonly name: string;
	readonly assurance: 'declared' | 'authenticated';
}

/** Who acts when nobody has said: the person at this machine. The name is filled in from messages. */
export const localPerson: Person = { id: 'local', name: '', assurance: 'declared' };

/** Who acts or reads where nobody does: what is computed or sent by the clock is nobody's act. */
export const product: Person = { id: 'system', name: 'Redress', assurance: 'authenticated' };
