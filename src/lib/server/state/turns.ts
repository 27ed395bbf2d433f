/** Does acts one after the other: nothing is decided on a state that another act is changing. */
export function turns(): <T>(act: () => Promise<T>) => Promise<T> {
	let turn: Promise<unknown> = Promise.resolve();
	return (act) => {
		const done = turn.then(act);
		turn = done.catch(() => undefined);
		return done;
	};
}
