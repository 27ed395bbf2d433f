/** Name of a file in a header, percent-encoded because headers are Latin; null where there is none. */
export function fileNameOf(header: string | null): string | null {
	try {
		const name = decodeURIComponent(header ?? '')
			.split(/[\\/]/)
			.at(-1)
			?.trim()
			.slice(0, 200);
		return name ? name : null;
	} catch {
		return null;
	}
}
