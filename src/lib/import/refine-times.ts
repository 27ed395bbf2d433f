import type { ColumnValues } from './column-values.ts';
import { byText, filledRows } from './counted-column.ts';
import type { CountedColumn } from './counted-column.ts';
import type { ColumnProposal, Finding, Question, Warning } from './inspection.ts';
import type { TimeForm } from './mapping.ts';
import { repeatedValue } from './repeated-value.ts';
import { swappedDates } from './swapped-dates.ts';
import { answerDateOrder } from './time-column.ts';
import { dayText, parseTime } from './time-parse.ts';

type Columns = readonly CountedColumn[];

/**
 * Second look at the time columns, now that all are known: a date finds its time of day in another
 * column, a date in words beside it decides or confirms the order of day and month, and what
 * stays open becomes a question with the consequences of each answer counted.
 */
export function refineTimes(
	proposals: readonly ColumnProposal[],
	values: readonly ColumnValues[],
	columns: Columns
): { columns: ColumnProposal[]; questions: Question[]; warnings: Warning[] } {
	const questions: Question[] = [];
	const warnings: Warning[] = [];
	const refined = proposals.map((proposal) => {
		if (proposal.form?.kind !== 'time') return proposal;
		const evidence = [...proposal.evidence];
		let form = bySibling(proposal.form, proposal.position, values, columns, evidence);
		const own = columns[proposal.position] as CountedColumn;
		const swapped = swappedDates(own, form);
		if (swapped) {
			const count = Number(swapped.both_fit);
			warnings.push({
				code: 'day_month_swapped',
				facts: swapped,
				column: proposal.position,
				count
			});
		}
		const repeated = values[proposal.position]?.time.dateOnly ? null : repeatedValue(own);
		if (repeated) {
			const { value, count } = repeated;
			warnings.push({ code: 'repeated_time', facts: { value }, column: proposal.position, count });
		}
		form = withTimeOfDay(form, proposal, proposals, values, columns, evidence);
		return { ...proposal, form, evidence };
	});
	const received = refined.find(({ target }) => target === 'received_at' || target === 'day');
	for (const proposal of refined) {
		if (proposal.form?.kind === 'time' && proposal.form.order === 'ambiguous') {
			questions.push(question(proposal, proposal.form, received, columns));
		}
	}
	return { columns: refined, questions, warnings };
}

/** Rows compared with a date in words beside this one. */
const compared = 5000;

function bySibling(
	form: TimeForm,
	position: number,
	values: readonly ColumnValues[],
	columns: Columns,
	evidence: Finding[]
): TimeForm {
	if (form.order === 'fixed') return form;
	for (const near of [position + 1, position - 1, position + 2, position - 2]) {
		const sibling = values[near]?.time;
		if (!sibling || sibling.order !== 'fixed' || !sibling.dateOnly || sibling.timeOnly) continue;
		if (sibling.understood < sibling.filled * 0.9) continue;
		const own = columns[position] as CountedColumn;
		const other = columns[near] as CountedColumn;
		const rows = Math.min(own.rows.length, compared);
		const dayBeside = byText(other, (text) => dayOf(text, sibling.formats));
		const agrees = (['day-first', 'month-first'] as const).map((order) => {
			const { formats } = answerDateOrder(form, order);
			const dayRead = byText(own, (text) => dayOf(text, formats));
			let same = 0;
			for (let row = 0; row < rows; row++) {
				const day = dayRead(own.rows[row] as number);
				if (day !== null && day === dayBeside(other.rows[row] as number)) same++;
			}
			return same;
		});
		const [dayFirst = 0, monthFirst = 0] = agrees;
		const best = Math.max(dayFirst, monthFirst);
		if (best < rows * 0.99 || Math.min(dayFirst, monthFirst) === best) continue;
		const order = dayFirst > monthFirst ? 'day-first' : 'month-first';
		evidence.push({ code: 'sibling_agrees', facts: { column: near, rows: best, order } });
		return form.order === 'ambiguous' ? answerDateOrder(form, order) : form;
	}
	return form;
}

function dayOf(text: string, formats: readonly string[]): number | null {
	const time = parseTime(text, formats);
	return time === null ? null : Math.floor(time / 86_400_000);
}

/** A date without time takes it from the one column that holds nothing else. */
function withTimeOfDay(
	form: TimeForm,
	proposal: ColumnProposal,
	proposals: readonly ColumnProposal[],
	values: readonly ColumnValues[],
	columns: Columns,
	evidence: Finding[]
): TimeForm {
	if (!values[proposal.position]?.time.dateOnly) return form;
	const clocks = proposals.filter(({ position }) => {
		const time = values[position]?.time;
		return time?.timeOnly === true && time.understood >= time.filled * 0.9;
	});
	const dates = proposals.filter(({ form: own }) => own?.kind === 'time');
	const after = clocks.find(({ position }) => position === proposal.position + 1);
	const clock = after ?? (clocks.length === 1 && dates.length === 1 ? clocks[0] : undefined);
	if (!clock) return form;
	const times = values[clock.position]?.time.formats ?? [];
	const joined = form.formats.flatMap((date) => times.map((time) => `${date} ${time}`));
	const rows = filledRows(columns[clock.position] as CountedColumn);
	evidence.push({ code: 'time_column', facts: { column: clock.position, rows } });
	return { ...form, formats: [...joined, ...form.formats], timeColumn: clock.position };
}

function question(
	proposal: ColumnProposal,
	form: TimeForm,
	received: ColumnProposal | undefined,
	columns: Columns
): Question {
	const own = columns[proposal.position] as CountedColumn;
	const choices = (['day-first', 'month-first'] as const).map((value) => {
		const { formats } = answerDateOrder(form, value);
		const timeOf = byText(own, (text) => parseTime(text, formats));
		const consequences: Finding[] = [];
		let known = 0;
		let failed = 0;
		let earliest = Infinity;
		let latest = -Infinity;
		own.texts().forEach((text, place) => {
			const time = timeOf(place);
			const rows = own.counts[place] as number;
			if (time !== null) {
				known += rows;
				earliest = Math.min(earliest, time);
				latest = Math.max(latest, time);
			} else if (text.trim() !== '') failed += rows;
		});
		if (known > 0) {
			const range = { earliest: dayText(earliest), latest: dayText(latest), rows: known };
			consequences.push({ code: 'range', facts: range });
		}
		if (failed > 0) consequences.push({ code: 'not_understood', facts: { rows: failed } });
		if (received && received !== proposal && received.form?.kind === 'time') {
			const start =
				received.form.order === 'ambiguous' ? answerDateOrder(received.form, value) : received.form;
			const receipts = columns[received.position] as CountedColumn;
			const receiptOf = byText(receipts, (text) => parseTime(text, start.formats));
			let before = 0;
			for (let row = 0; row < own.rows.length; row++) {
				const time = timeOf(own.rows[row] as number);
				const receipt = receiptOf(receipts.rows[row] as number);
				if (time !== null && receipt !== null && time < receipt) before++;
			}
			consequences.push({ code: 'before_received', facts: { rows: before } });
		}
		return { value, consequences };
	});
	return { code: 'date_order', column: proposal.position, choices };
}
