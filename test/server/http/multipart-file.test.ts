import { describe, expect, it } from 'vitest';
import { formFile } from '#lib/server/http/multipart-file.ts';

/** A form as a browser writes it, its bytes handed over in pieces of one size. */
async function sent(parts: FormData, size: number): Promise<Request> {
	const whole = new Request('http://localhost/', { method: 'POST', body: parts });
	const bytes = new Uint8Array(await whole.clone().arrayBuffer());
	let at = 0;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (at >= bytes.length) controller.close();
			else controller.enqueue(bytes.slice(at, (at += size)));
		}
	});
	return new Request('http://localhost/', {
		method: 'POST',
		body,
		headers: { 'content-type': whole.headers.get('content-type') ?? '' },
		duplex: 'half'
	} as RequestInit);
}

const log = 'id,text\r\n1,"a\r\n--b"\r\n2,--\r\n\r\n';

describe('a file out of a form', () => {
	it.each([1, 7, 64, 100_000])('arrives whole in pieces of %i bytes', async (size) => {
		const form = new FormData();
		form.append('note', 'before');
		form.append('empty', '');
		form.append('file', new File([log], '七月 "final".csv'));
		form.append('after', 'left unread');
		const file = await formFile(await sent(form, size));
		expect(file?.name).toBe('七月 "final".csv');
		expect(await new Response(file?.body).text()).toBe(log);
	});

	it('may be empty', async () => {
		const form = new FormData();
		form.append('file', new File([], 'none.csv'));
		const file = await formFile(await sent(form, 16));
		expect(await new Response(file?.body).text()).toBe('');
	});

	it('is not there where none was chosen', async () => {
		const form = new FormData();
		form.append('note', 'x');
		expect(await formFile(await sent(form, 16))).toBeNull();
		const plain = new Request('http://localhost/', { method: 'POST', body: 'a=b' });
		expect(await formFile(plain)).toBeNull();
	});

	it('that was cut off is an error, not a shorter file', async () => {
		const form = new FormData();
		form.append('file', new File([log.repeat(100)], 'log.csv'));
		const whole = await sent(form, 4096);
		const bytes = new Uint8Array(await whole.arrayBuffer()).slice(0, -200);
		const cut = new Request('http://localhost/', {
			method: 'POST',
			body: bytes,
			headers: { 'content-type': whole.headers.get('content-type') ?? '' }
		});
		const file = await formFile(cut);
		await expect(new Response(file?.body).text()).rejects.toThrow('ended inside');
	});
});
