/** A chart that can be asked for its picture: what `bind:this` of one gives. */
export interface Pictured {
	picture(kind: 'png' | 'svg'): Promise<Blob | undefined>;
}

/** Where a picture can go: into a file, or to the clipboard. */
export const pictureTargets = ['png', 'svg', 'copy'] as const;
export type PictureTarget = (typeof pictureTargets)[number];

/** Hands a chart's picture to the reader: as a file, or as pixels to paste into a mail or a slide. */
export async function savePicture(
	chart: Pictured | undefined,
	kind: PictureTarget,
	name: string
): Promise<void> {
	// Over plain http browsers give no clipboard: the picture is saved instead.
	if (kind === 'copy' && 'clipboard' in navigator) {
		const pixels = chart?.picture('png').then((blob) => blob ?? new Blob());
		// The promise itself is handed over: by the time the picture is drawn the press may no longer count.
		if (pixels) await navigator.clipboard.write([new ClipboardItem({ 'image/png': pixels })]);
		return;
	}
	const suffix = kind === 'svg' ? 'svg' : 'png';
	const blob = await chart?.picture(suffix);
	if (!blob) return;
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = `redress-${name}.${suffix}`;
	link.click();
	URL.revokeObjectURL(link.href);
}
