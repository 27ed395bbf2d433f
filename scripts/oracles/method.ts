/** Runs one method on the input of a case. */
type Method = (input: unknown) => unknown;
export type Methods = Readonly<Record<string, Method>>;

/** Inputs that say how sure an interval is, 0..1. */
export interface Confidence {
	readonly confidence?: number;
}

/** Names the type the file format promises for a method's input; inputs are always complete. */
export function method<Input>(run: (input: Input) => unknown): Method {
	return (input) => run(input as Input);
}
