/** Names of the fields a form adds conditions with that an address writes otherwise. */
export const addedFields = [
	'add',
	'add_time',
	'add_from',
	'add_below',
	'add_unit',
	'add_stage',
	'add_outcome'
] as const;

const minutesIn: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 1_440 };

/**
 * The address a form of conditions means: a span of time and outcomes of a limit written as filters have
 * them, fields left empty dropped. Null where the parameters are no such form's.
 */
export function withAdded(parameters: URLSearchParams): URLSearchParams | null {
	if (!parameters.has('add')) return null;
	const written = new URLSearchParams(
		[...parameters].filter(
			([name, value]) => value !== '' && !addedFields.some((field) => field === name)
		)
	);
	const time = parameters.get('add_time') ?? '';
	const unit = minutesIn[parameters.get('add_unit') ?? ''] ?? 1;
	const minutes = (name: string): string => {
		const text = parameters.get(name)?.trim() ?? '';
		const value = Number(text);
		return text !== '' && value >= 0 && Number.isFinite(value)
			? String(Number((value * unit).toFixed(6)))
			: '';
	};
	const span = `${minutes('add_from')}~${minutes('add_below')}`;
	if (spanParameters.some((name) => name === time) && span !== '~') written.set(time, span);
	const stage = parameters.get('add_stage') ?? '';
	if (stage !== '')
		for (const outcome of parameters.getAll('add_outcome'))
			if (!written.getAll('due').includes(`${stage}.${outcome}`))
				written.append('due', `${stage}.${outcome}`);
	return written;
}

/** Parameters of an address that hold a span of minutes. */
export const spanParameters = [
	'first_response',
	'resolved_in',
	'worked_to_response',
	'worked_to_resolution'
] as const;
