/** Whether people are late for a day; for one that had passed when the improvement was begun nobody is. */
export function isLate(day: string, today: string, startedOn: string): boolean {
	return day < today && day >= startedOn;
}
