import type { DurationUnit } from './mapping.ts';

const minutesPer: Readonly<Record<DurationUnit, number>> = {
	seconds: 1 / 60,
	minutes: 1,
	hours: 60,
	days: 1440
};

const units: readonly (readonly [RegExp, DurationUnit])[] = [
	[/^(?:天|日|days?|d)$/, 'days'],
	[/^(?:个?小时|個?小時|钟头|時|时|hours?|hrs?|h)$/, 'hours'],
	[/^(?:分钟|分鐘|分|minutes?|mins?|m)$/, 'minutes'],
	[/^(?:秒钟|秒鐘|秒|seconds?|secs?|s)$/, 'seconds']
];

/**
 * A duration in minutes: `1小时20分`, `3分钟`, `0.5h`, `1d 4h`, clock forms `00:45:00` (h:m:s) and
 * `45:00` (hours:minutes), or a bare number in `unit`. Null if it is none of these.
 */
export function parseDuration(text: string, unit: DurationUnit): number | null {
	const folded = text
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/,(?=\d{3})/g, '');
	if (folded === '') return null;
	if (/^-?\d+(\.\d+)?$/.test(folded)) return Number(folded) * minutesPer[unit];
	const clock = /^(\d+):([0-5]?\d)(?::([0-5]?\d)(?:\.\d+)?)?$/.exec(folded);
	if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60;
	const parts = [...folded.matchAll(/(\d+(?:\.\d+)?)\s*([^\d\s.]+)\s*/g)];
	if (parts.length === 0 || parts.map((part) => part[0]).join('') !== folded) return null;
	let minutes = 0;
	for (const [, number, word = ''] of parts) {
		const found = units.find(([expression]) => expression.test(word));
		if (!found) return null;
		minutes += Number(number) * minutesPer[found[1]];
	}
	return minutes;
}

/** The unit a header names (`处理时长(分钟)`, `handle time (s)`); null if it names none. */
export function unitOfHeader(header: string): DurationUnit | null {
	const folded = header.normalize('NFKC').toLowerCase();
	if (/天|日|\bdays?\b|\(d\)|\bdias?\b/.test(folded)) return 'days';
	if (/小时|小時|\bhours?\b|\bhrs?\b|\(h\)/.test(folded)) return 'hours';
	if (/分钟|分鐘|\bminutes?\b|\bmins?\b|\(m\)|_min\b/.test(folded)) return 'minutes';
	if (/秒|\bseconds?\b|\bsecs?\b|\(s\)|_sec\b/.test(folded)) return 'seconds';
	return null;
}
