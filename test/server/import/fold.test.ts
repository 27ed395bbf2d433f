import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TestColumn } from '../../fixtures/canonical.ts';
import { loadRows, openEmpty, plainTime } from '../../fixtures/canonical.ts';
import { undo, wouldUndo } from '#lib/server/import/undo.ts';
import { rowsOf } from '#lib/server/warehouse/rows.ts';
import type { DuckDbWarehouse } from '#lib/server/warehouse/duckdb.ts';

/**
 * The rules of a load told a second time, as plainly as they can be: keep every row of every load; the
 * case shown is what the holding loads say in turn, each replacing the columns it speaks of.
 */
type Value = string | null;
interface ModelLoad {
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Value[])[];
	undone: boolean;
}

const columnsOf: Readonly<Record<string, TestColumn>> = {
	case_no: { target: 'case_no' },
	received_at: { target: 'received_at', form: plainTime },
	channel: { target: 'channel' },
	amount: { target: 'amount' },
	satisfaction: { target: 'satisfaction' },
	resolved_at: { target: 'resolved_at', form: plainTime },
	escalated: { target: 'escalated' },
	colour: { target: 'extra', header: 'colour' },
	size: { target: 'extra', header: 'size' }
};
const choices: Readonly<Record<string, readonly Value[]>> = {
	received_at: ['2025-03-01 08:00', '2025-03-02 09:30', '2025-03-02 23:59'],
	channel: ['app', 'hotline', null],
	amount: ['10', '12.5', null],
	satisfaction: ['1', '5', null],
	resolved_at: ['2025-03-05 10:00', '2025-02-01 10:00', null],
	escalated: ['yes', 'no', null],
	colour: ['red', 'blue', null],
	size: ['L', null]
};
const ids = ['A', 'B', 'C', 'D'];

function shownBy(loads: readonly ModelLoad[]): Map<string, Record<string, Value>> {
	const cases = new Map<string, Record<string, Value>>();
	for (const load of loads)
		if (!load.undone)
			for (const row of load.rows) {
				const id = row[0] as string;
				const known = cases.get(id) ?? {};
				load.columns.forEach((column, index) => {
					known[column] = row[index] ?? null;
				});
				cases.set(id, known);
			}
	for (const [id, values] of cases) if (!values.received_at) cases.delete(id);
	return cases;
}

/** Rows of one load that bring something, in the model: those whose case is known or has a time. */
function accepted(load: ModelLoad, before: ReadonlySet<string>): ModelLoad {
	if (load.columns.includes('received_at')) return load;
	return { ...load, rows: load.rows.filter((row) => before.has(row[0] as string)) };
}

const loadArbitrary = fc
	.record({
		fields: fc.subarray(Object.keys(choices), { minLength: 1 }),
		picks: fc.array(
			fc.tuple(fc.nat(ids.length - 1), fc.array(fc.nat(20), { minLength: 8, maxLength: 8 })),
			{
				minLength: 1,
				maxLength: 6
			}
		)
	})
	.map(({ fields, picks }): ModelLoad => ({
		columns: ['case_no', ...fields],
		rows: picks.map(([id, numbers]) => [
			ids[id] as string,
			...fields.map((field, index) => {
				const values = choices[field] as readonly Value[];
				return values[(numbers[index] as number) % values.length] as Value;
			})
		]),
		undone: false
	}));
type Act = { readonly load: ModelLoad } | { readonly undo: number };
const actArbitrary: fc.Arbitrary<Act> = fc.oneof(
	{ weight: 3, arbitrary: loadArbitrary.map((load) => ({ load })) },
	{ weight: 2, arbitrary: fc.nat(20).map((undo) => ({ undo })) }
);

async function shownIn(store: DuckDbWarehouse): Promise<Map<string, Record<string, Value>>> {
	const answer = await store.write((session) =>
		session.askText(`
			select case_no, channel, amount::varchar as amount, satisfaction::varchar as satisfaction,
				strftime(received_at + interval 8 hour, '%Y-%m-%d %H:%M') as received_at,
				strftime(resolved_at + interval 8 hour, '%Y-%m-%d %H:%M') as resolved_at,
				case escalated when true then 'yes' when false then 'no' end as escalated,
				extra ->> 'colour' as colour, extra ->> 'size' as size
			from complaint order by case_no`)
	);
	return new Map(
		rowsOf<Record<string, Value>>(answer).map(({ case_no, ...values }) => [
			case_no as string,
			values
		])
	);
}

function plain(cases: Map<string, Record<string, Value>>) {
	return [...cases]
		.map(([id, values]) => [
			id,
			...Object.keys(choices).map((field) => {
				const value = values[field] ?? null;
				return field === 'amount' && value !== null ? Number(value) : value;
			})
		])
		.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}

test('any sequence of loads and undos shows what the holding loads say in turn', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(actArbitrary, { minLength: 2, maxLength: 6 }), async (acts) => {
			const store = await openEmpty();
			try {
				const loads: ModelLoad[] = [];
				for (const act of acts) {
					const before = shownBy(loads);
					if ('undo' in act) {
						if (loads.length === 0) continue;
						const index = act.undo % loads.length;
						const asked = await wouldUndo(store, { loadId: index + 1, kind: 'cases' });
						const undone = await undo(store, index + 1, {
							id: 't',
							name: '',
							assurance: 'declared'
						});
						const load = loads[index] as ModelLoad;
						expect('problem' in undone).toBe(load.undone);
						const isFirst = !load.undone;
						load.undone = true;
						// What is asked before says how many cases go.
						if (isFirst) expect(asked?.removed).toBe(before.size - shownBy(loads).size);
					} else {
						const load = accepted({ ...act.load, undone: false }, new Set(before.keys()));
						const work = loadRows(store, {
							columns: act.load.columns.map((name) => columnsOf[name] as TestColumn),
							rows: act.load.rows
						});
						if (load.rows.length === 0) {
							await expect(work).rejects.toThrow('field_missing');
							continue;
						}
						const entry = await work;
						loads.push(load);
						expect(entry.quarantined).toBe(act.load.rows.length - load.rows.length);
						const after = shownBy(loads);
						const changed = plain(after).some(
							(row) =>
								JSON.stringify(row) !== JSON.stringify(plain(before).find(([id]) => id === row[0]))
						);
						expect(entry.loaded + entry.updated > 0).toBe(changed);
						expect(entry.loaded).toBe([...after.keys()].filter((id) => !before.has(id)).length);
					}
					expect(plain(await shownIn(store))).toEqual(plain(shownBy(loads)));
				}
			} finally {
				await store.close();
			}
		}),
		{ numRuns: Number(process.env.FOLD_RUNS ?? 12), seed: 20261122 }
	);
}, 300_000);
