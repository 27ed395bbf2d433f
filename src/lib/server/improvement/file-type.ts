/** What may be attached, by the end of its name: documents and pictures, nothing a machine would run. */
const types = {
	pdf: 'application/pdf',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
	txt: 'text/plain; charset=utf-8',
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
} as const;
type Extension = keyof typeof types;

const attachable = Object.keys(types) as readonly Extension[];

/** The folder inside an Office file that holds what it is. */
const officeFolder: Partial<Record<Extension, string>> = {
	xlsx: 'xl/',
	docx: 'word/',
	pptx: 'ppt/'
};

/**
 * The type a file is served as, or null where it may not be attached: its name must end in one of
 * those above and its first bytes must be what that name says. Office files with macros are none.
 */
export function attachedType(name: string, bytes: Uint8Array): string | null {
	const extension = attachable.find((known) => name.toLowerCase().endsWith(`.${known}`));
	if (!extension || bytes.length === 0) return null;
	return isWhatItSays(extension, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
		? types[extension]
		: null;
}

function isWhatItSays(extension: Extension, bytes: Buffer): boolean {
	const starts = (text: string, at = 0) =>
		bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
	switch (extension) {
		case 'pdf':
			return starts('%PDF-');
		case 'png':
			return starts('\x89PNG\r\n\x1a\n');
		case 'jpg':
		case 'jpeg':
			return starts('\xff\xd8\xff');
		case 'webp':
			return starts('RIFF') && starts('WEBP', 8);
		case 'txt':
		case 'csv':
			// Text in UTF-16 has empty bytes, and says so first.
			return !bytes.includes(0) || starts('\xff\xfe') || starts('\xfe\xff');
		default:
			return (
				starts('PK\x03\x04') &&
				bytes.includes('[Content_Types].xml') &&
				bytes.includes(officeFolder[extension] ?? '') &&
				!bytes.includes('vbaProject.bin')
			);
	}
}
