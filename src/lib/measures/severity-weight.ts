/** How grave a case is, in the words every log's own are translated to. */
export const grades = ['urgent', 'high', 'normal', 'low'] as const;
export type Grade = (typeof grades)[number];

/**
 * What a case of each grade weighs: every grade twice the one below it, a normal case 2. A convention
 * (none is a natural constant) that is shown with every weighted number.
 */
export const gradeWeight: Readonly<Record<Grade, number>> = {
	urgent: 8,
	high: 4,
	normal: 2,
	low: 1
};

/** Weight of a case; one without a grade, or with a word nobody knows, weighs as a normal one. */
export function severityWeight(grade: Grade | null): number {
	return gradeWeight[grade ?? 'normal'];
}

export function isGrade(word: string | undefined): word is Grade {
	return grades.some((grade) => grade === word);
}
