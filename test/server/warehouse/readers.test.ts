import { expect, it } from 'vitest';
import { Readers } from '#lib/server/warehouse/readers.ts';

it('lets background work go on when nobody reads, and at the latest after its time', async () => {
	const readers = new Readers();
	const order: string[] = [];
	await readers.quiet(10_000);
	let finish = () => {};
	const first = readers.count(() => new Promise<void>((resolve) => (finish = resolve)));
	// A reader that fails must not keep others waiting.
	await expect(readers.count(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
	const patient = readers.quiet(10_000).then(() => order.push('patient'));
	await readers.quiet(5).then(() => order.push('impatient'));
	finish();
	await first;
	order.push('read');
	await patient;
	expect(order[0]).toBe('impatient');
	expect(order.toSorted()).toEqual(['impatient', 'patient', 'read']);
	await readers.quiet(10_000);
});
