/** A file out of a multipart form, its bytes as they come. */
export interface FormFile {
	readonly name: string;
	readonly body: ReadableStream<Uint8Array>;
}

const headLimit = 16_384;

/**
 * The one file of a form, without holding it: Kit's own `formData()` would keep all of it in memory.
 * Fields before and after it are passed over. Null where there is no file.
 * https://www.rfc-editor.org/rfc/rfc7578
 */
export async function formFile(request: Request): Promise<FormFile | null> {
	const boundary = /boundary="?([^";]{1,70})"?/i.exec(
		request.headers.get('content-type') ?? ''
	)?.[1];
	if (!boundary || !request.body) return null;
	const reader = request.body.getReader();
	const end = Buffer.from(`\r\n--${boundary}`);
	// The first boundary has no line before it.
	let held: Buffer = Buffer.from('\r\n');
	const more = async (): Promise<boolean> => {
		const { value } = await reader.read();
		if (value) held = Buffer.concat([held, value]);
		return value !== undefined;
	};
	let name: string | null = null;
	while (name === null) {
		let start = held.indexOf(end);
		while (start < 0) {
			// Only a boundary cut in two is worth keeping of a field passed over.
			held = held.subarray(Math.max(0, held.length - end.length));
			if (!(await more())) return null;
			start = held.indexOf(end);
		}
		held = held.subarray(start + end.length);
		let blank = held.indexOf('\r\n\r\n');
		while (blank < 0) {
			if (held.length > headLimit || !(await more())) return null;
			blank = held.indexOf('\r\n\r\n');
		}
		name = fileName(held.subarray(0, blank).toString('utf8'));
		// The blank line's second half may begin the next boundary: an empty field has nothing between.
		held = held.subarray(blank + 2);
	}
	held = held.subarray(2);
	let over = false;
	const body = new ReadableStream<Uint8Array>({
		async pull(controller) {
			while (!over) {
				const at = held.indexOf(end);
				over = at >= 0;
				const sure = over ? at : Math.max(0, held.length - end.length);
				const piece = held.subarray(0, sure);
				held = held.subarray(sure);
				if (piece.length > 0) controller.enqueue(new Uint8Array(piece));
				if (!over && !(await more())) {
					controller.error(new Error('the form ended inside its file'));
					return;
				}
				if (piece.length > 0) break;
			}
			if (!over) return;
			controller.close();
			// A request left unread is a connection cut off, and its answer would be lost.
			while (!(await reader.read()).done);
		},
		cancel: (reason) => reader.cancel(reason)
	});
	return { name, body };
}

/** Browsers write a quote in a name as %22. */
function fileName(head: string): string | null {
	const name = /;\s*filename="([^"]*)"/i.exec(head)?.[1]?.replaceAll('%22', '"');
	return name === undefined || name === '' ? null : name;
}
