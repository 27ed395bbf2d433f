/** An address to go back to, if it is one of this host: a form or link may not send people elsewhere. */
export function ownPath(back: string, here: URL): string | null {
	const target = URL.canParse(back, here) ? new URL(back, here) : null;
	if (!back.startsWith('/') || target?.origin !== here.origin) return null;
	// `/.//other.example` is a path of this host, and an address of another once it is sent back.
	return target.pathname.startsWith('//') ? null : target.pathname + target.search;
}
