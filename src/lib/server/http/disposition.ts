/** A file name in any script (RFC 6266), with a plain one for clients that read none other. */
export function disposition(name: string, plain: string): string {
	const safe = name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_');
	const encoded = encodeURIComponent(safe).replace(
		/['()]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16)}`
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
