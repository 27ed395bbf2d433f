const prefix = 'improvement:';

/** Id of what an improvement leaves on charts: an event, a phase. */
export function markId(number: string): string {
	return prefix + number;
}

/** Number of the improvement a mark of a chart comes from; null for what a person wrote there. */
export function improvementOfMark(id: string): string | null {
	return id.startsWith(prefix) ? id.slice(prefix.length) : null;
}
