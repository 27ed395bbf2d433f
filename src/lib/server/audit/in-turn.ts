// Nothing is decided on a state that another act is changing.
let turn: Promise<unknown> = Promise.resolve();

/** Does one act of an audit after the other. */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
	const done = turn.then(act);
	turn = done.catch(() => undefined);
	return done;
}
