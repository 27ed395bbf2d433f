type Listener = () => void;

// One list a process, also over a reloaded module (development).
const held = globalThis as { redressDataListener?: Listener };

/** Who wants to know that the data have changed: one listener, the last that asked. */
export function onDataChanged(listener: Listener): void {
	held.redressDataListener = listener;
}

/** Told after a change of the data is durable; what the listener does is its own affair. */
export function tellDataChanged(): void {
	held.redressDataListener?.();
}
