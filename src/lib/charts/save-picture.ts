/** A chart that can be asked for its picture: what `bind:this` of one gives. */
export interface Pictured {
	picture(kind: 'png' | 'svg'): Promise<Blob | undefined>;
}

/** Hands a chart's picture to the reader as a file. */
export async function savePicture(
	chart: Pictured | undefined,
	kind: 'png' | 'svg',
	name: string
): Promise<void> {
	const blob = await chart?.picture(kind);
	if (!blob) return;
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = `redress-${name}.${kind}`;
	link.click();
	URL.revokeObjectURL(link.href);
}
