import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mappingFileText, readMappingFile } from '#lib/import/mapping-file.ts';
import { inspectText } from '#lib/import/inspect-bytes.ts';
import { noChoices } from '#lib/import/choices.ts';

const shipped = readFileSync('test/fixtures/mappings/consumidor.json', 'utf8');
const changed = (change: (mapping: Record<string, unknown>) => void): string => {
	const mapping = JSON.parse(shipped) as Record<string, unknown>;
	change(mapping);
	return JSON.stringify(mapping);
};
const problem = (text: string) => {
	const read = readMappingFile(text);
	return 'problem' in read ? read.problem : null;
};

test('the mapping file of nine headerless months is read', () => {
	const read = readMappingFile(`\uFEFF${shipped}`);
	expect('mapping' in read && read.mapping.columns).toHaveLength(23);
	expect('mapping' in read && read.mapping.source).toBe('consumidor-gov-br');
});

test('text that is no JSON is refused with the line it breaks off in', () => {
	expect(problem('{\n"version": 1,\n"kind": cases\n}')).toEqual({
		code: 'mapping_file_json',
		facts: { line: 3 }
	});
	expect(problem('{\n"version": 1,')).toEqual({ code: 'mapping_file_json', facts: { line: 2 } });
});

test('what is no mapping is refused with its place in the file', () => {
	expect(problem('[]')).toEqual({
		code: 'mapping_file_value',
		facts: { place: '{ … }', found: '[]' }
	});
	expect(problem(changed((mapping) => delete mapping.columns))).toEqual({
		code: 'mapping_file_missing',
		facts: { place: 'columns' }
	});
	const column = (values: object) =>
		changed((mapping) => Object.assign((mapping.columns as object[])[2] as object, values));
	expect(problem(column({ target: 'town' }))).toEqual({
		code: 'mapping_file_value',
		facts: { place: 'columns[2].target', found: '"town"' }
	});
	expect(problem(column({ traget: 'city' }))).toEqual({
		code: 'mapping_file_unknown',
		facts: { place: 'columns[2].traget' }
	});
	expect(problem(column({ form: { kind: 'txt' } }))).toMatchObject({
		code: 'mapping_file_value',
		facts: { place: 'columns[2].form.kind', found: '"txt"' }
	});
	expect(problem(column({ position: 1 }))).toEqual({
		code: 'mapping_file_twice',
		facts: { place: 'columns[2].position', found: '1' }
	});
});

test('a saved mapping is read back; what belongs to one file only is left out of it unless chosen', () => {
	const { mapping } = inspectText(
		'Report of May\nTicket;Opened;City\nA-1;2025-05-14 08:00;Köln\nA-2;2025-05-15 09:30;Bonn\n',
		{ whole: true, reading: { encoding: 'windows-1252' } }
	);
	expect(mapping.reading).toMatchObject({ encoding: 'windows-1252', delimiter: ';', skipLines: 1 });
	const read = readMappingFile(mappingFileText(mapping, noChoices));
	const { encoding: _e, skipLines: _l, ...reading } = mapping.reading;
	expect(read).toEqual({ mapping: { ...mapping, reading } });
	const chosen = readMappingFile(
		mappingFileText(mapping, { reading: { encoding: 'windows-1252' } })
	);
	expect('mapping' in chosen && chosen.mapping.reading.encoding).toBe('windows-1252');
});
