import type { DurationUnit } from './mapping.ts';

const minutesPer: Readonly<Record<DurationUnit, number>> = {
	seconds: 1 / 60,
	minutes: 1,
	hours: 60,
	days: 1440
};

const words: Readonly<Record<DurationUnit, string>> = {
	days: '天 日 day days d',
	hours: '小时 个小时 小時 個小時 钟头 時 时 hour hours hr hrs h',
	minutes: '分钟 分鐘 分 minute minutes min mins m',
	seconds: '秒钟 秒鐘 秒 second seconds sec secs s'
};
const units = new Map<string, DurationUnit>(
	(Object.keys(words) as DurationUnit[]).flatMap((unit) =>
		words[unit].split(' ').map((word) => [word, unit] as const)
	)
);

/**
 * A duration in minutes: `1小时20分`, `3分钟`, `0.5h`, `1d 4h`, clock forms `00:45:00` (h:m:s) and
 * `45:00` (hours:minutes), or a bare number in `unit`. Null if it is none of these.
 */
export function parseDuration(text: string, unit: DurationUnit): number | null {
	// Told here at once: most texts asked about are ids, names and times.
	if (/^\s*[!-+./:-~]/.test(text)) return null;
	const folded = text
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/,(?=\d{3})/g, '');
	if (folded === '') return null;
	if (/^-?\d+(\.\d+)?$/.test(folded)) return Number(folded) * minutesPer[unit];
	const clock = /^(\d+):([0-5]?\d)(?::([0-5]?\d)(?:\.\d+)?)?$/.exec(folded);
	if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60;
	let minutes = 0;
	part.lastIndex = 0;
	while (part.lastIndex < folded.length) {
		const [, number, word = ''] = part.exec(folded) ?? [];
		const found = number === undefined ? undefined : units.get(word);
		if (!found) return null;
		minutes += Number(number) * minutesPer[found];
	}
	return minutes;
}

const part = /(\d+(?:\.\d+)?)\s*([^\d\s.]+)\s*/y;

/** The unit a header names (`处理时长(分钟)`, `handle time (s)`); null if it names none. */
export function unitOfHeader(header: string): DurationUnit | null {
	const folded = header.normalize('NFKC').toLowerCase();
	if (/天|日|\bdays?\b|\(d\)|\bdias?\b/.test(folded)) return 'days';
	if (/小时|小時|\bhours?\b|\bhrs?\b|\(h\)/.test(folded)) return 'hours';
	if (/分钟|分鐘|\bminutes?\b|\bmins?\b|\(m\)|_min\b/.test(folded)) return 'minutes';
	if (/秒|\bseconds?\b|\bsecs?\b|\(s\)|_sec\b/.test(folded)) return 'seconds';
	return null;
}
