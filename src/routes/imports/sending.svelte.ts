import type { Finding } from '#lib/import/inspection.ts';

/** A file on its way to the server. */
export interface Sending {
	readonly file: File;
	state: 'waiting' | 'sending' | 'sent' | 'failed';
	sentBytes: number;
	/** The server's name for it, once it is there whole. */
	id: string | null;
	problem: Finding | null;
	/** Goes along and is laid beside it on the server. */
	readonly mapping: File | null;
	/** Files with the same go in by one confirmation (`likeness`). */
	fingerprint: string | null;
	stop: () => void;
}

/** Files dropped in this window; it outlives a change of page, so that they keep coming. */
export const sending = $state<{ files: Sending[] }>({ files: [] });

/** Sends files one after the other, each with the mapping file they came with. */
export function send(files: readonly File[], mapping: File | null = null): void {
	for (const file of files)
		sending.files.push({
			file,
			state: 'waiting',
			sentBytes: 0,
			id: null,
			problem: null,
			mapping,
			fingerprint: mapping && `mapping ${mapping.name}`,
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
			void arrived(item, answer.id).then(next);
		} else {
			fail(item, String(answer.code ?? 'unexpected'));
			next();
		}
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

/** The page goes to a file once it has its id; its mapping must be there by then. */
async function arrived(item: Sending, id: string): Promise<void> {
	if (item.mapping) {
		const answer = await putMapping(`/api/imports/uploads/${id}/mapping`, 'PUT', item.mapping);
		if (answer) {
			item.state = 'failed';
			item.problem = answer;
			void fetch(`/api/imports/uploads/${id}`, { method: 'DELETE' });
			return;
		}
	}
	item.id = id;
	item.sentBytes = item.file.size;
	item.state = 'sent';
}

/** Why a file is no mapping; null where it is one. Nothing is kept. */
export function mappingProblem(file: File): Promise<Finding | null> {
	return putMapping('/api/imports/mappings', 'POST', file);
}

async function putMapping(address: string, method: string, file: File): Promise<Finding | null> {
	const headers = {
		'content-type': 'application/json',
		'x-file-name': encodeURIComponent(file.name)
	};
	try {
		const answer = await fetch(address, { method, headers, body: file });
		if (answer.ok) return null;
		const { code, ...facts } = parsed(await answer.text());
		return { code: String(code ?? 'unexpected'), facts: facts as Finding['facts'] };
	} catch {
		return { code: 'upload_interrupted', facts: {} };
	}
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
