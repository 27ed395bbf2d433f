import type { Finding } from '#lib/import/inspection.ts';

/** A file on its way to the server. */
export interface Sending {
	readonly file: File;
	state: 'waiting' | 'sending' | 'sent' | 'failed';
	sentBytes: number;
	/** The server's name for it, once it is there whole. */
	id: string | null;
	problem: Finding | null;
	/** Files with the same go in by one confirmation (`likeness`). */
	fingerprint: string | null;
	stop: () => void;
}

/** Files dropped in this window; it outlives a change of page, so that they keep coming. */
export const sending = $state<{ files: Sending[] }>({ files: [] });

/** Sends files one after the other; the first is looked at meanwhile. */
export function send(files: readonly File[]): void {
	for (const file of files)
		sending.files.push({
			file,
			state: 'waiting',
			sentBytes: 0,
			id: null,
			problem: null,
			fingerprint: null,
			stop: () => undefined
		});
	next();
}

export function forget(item: Sending): void {
	item.stop();
	sending.files = sending.files.filter((other) => other !== item);
	if (item.id) void fetch(`/api/imports/uploads/${item.id}`, { method: 'DELETE' });
	next();
}

function next(): void {
	if (sending.files.some(({ state }) => state === 'sending')) return;
	const item = sending.files.find(({ state }) => state === 'waiting');
	if (item) start(item);
}

/** XMLHttpRequest, because fetch does not say how much has gone; the browser reads the file from disk as it sends. */
function start(item: Sending): void {
	const request = new XMLHttpRequest();
	item.state = 'sending';
	item.stop = () => request.abort();
	request.upload.onprogress = ({ loaded }) => (item.sentBytes = loaded);
	request.onload = () => {
		const answer = parsed(request.responseText);
		if (request.status === 201 && typeof answer.id === 'string') {
			item.id = answer.id;
			item.sentBytes = item.file.size;
			item.state = 'sent';
		} else fail(item, String(answer.code ?? 'unexpected'));
		next();
	};
	request.onerror = () => {
		fail(item, 'upload_interrupted');
		next();
	};
	request.open('POST', '/api/imports/uploads');
	request.setRequestHeader('content-type', 'application/octet-stream');
	request.setRequestHeader('x-file-name', encodeURIComponent(item.file.name));
	request.send(item.file);
}

function fail(item: Sending, code: string): void {
	item.state = 'failed';
	item.problem = { code, facts: {} };
}

function parsed(text: string): Record<string, unknown> {
	try {
		return JSON.parse(text) as Record<string, unknown>;
	} catch {
		return {};
	}
}
