import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { difference } from '../../scripts/oracles/difference.ts';

const folder = mkdtempSync(join(tmpdir(), 'redress-oracles-'));
afterAll(() => rmSync(folder, { recursive: true }));

function oracles(...args: readonly string[]) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/oracles.ts', ...args], {
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

function caseFile(name: string, content: unknown): string {
	const file = join(folder, name);
	writeFileSync(file, JSON.stringify(content));
	return file;
}

const median = {
	id: 'median-1',
	method: 'quantileType7',
	input: { values: [3, 1, 2], probabilities: [0.5] },
	expected: { quantiles: [2] },
	tolerance: 0,
	source: 'by hand',
	note: ''
};

describe('npm run oracles', () => {
	it('passes every reference case we keep', () => {
		const kept = 'test/oracles/reference-cases.json';
		const count = (JSON.parse(readFileSync(kept, 'utf8')) as unknown[]).length;
		const { status, stdout } = oracles(kept);
		expect(stdout).toBe(`${count} passed, 0 failed\n`);
		expect(status).toBe(0);
	});

	it('names a failing case with what was expected and got', () => {
		const wrong = { ...median, id: 'median-2', expected: { quantiles: [2.5] } };
		const { status, stdout } = oracles(caseFile('wrong.json', [median, wrong]));
		expect(stdout).toContain('median-2');
		expect(stdout).toContain('.quantiles[0]: expected 2.5, got 2');
		expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed');
		expect(status).toBe(1);
	});

	it('counts an unknown method and a method that throws as failed and says so', () => {
		const unknown = { ...median, id: 'u', method: 'toString' };
		const broken = { ...median, id: 'b', input: {} };
		const { status, stdout } = oracles(caseFile('unknown.json', [unknown, broken, median]));
		expect(stdout).toContain('unknown method "toString"');
		expect(stdout).toMatch(/FAIL b .*\n.*got an error/);
		expect(stdout).toMatch(/1 passed, 2 failed\n$/);
		expect(status).toBe(1);
	});

	it('exits 2 on wrong use', () => {
		expect(oracles().status).toBe(2);
		expect(oracles(join(folder, 'absent.json')).status).toBe(2);
		expect(oracles(caseFile('object.json', { id: 'x' })).status).toBe(2);
		expect(oracles(caseFile('a.json', [median]), 'b.json').stderr).toContain('usage');
	});
});

describe('difference', () => {
	it('compares numbers by absolute or relative tolerance', () => {
		expect(difference(1, 1.05, 0.1)).toEqual([]);
		expect(difference(1, 1.2, 0.1)).toHaveLength(1);
		expect(difference(200, 201, { rel: 0.01 })).toEqual([]);
		expect(difference(0, 0.02, { rel: 0.01 })).toHaveLength(1);
		expect(difference(1, NaN, 10)).toHaveLength(1);
		expect(difference(1, '1', 10)).toHaveLength(1);
	});

	it('takes null for nothing but null', () => {
		expect(difference(null, null, 1)).toEqual([]);
		for (const got of [0, NaN, undefined, false]) expect(difference(null, got, 1)).toHaveLength(1);
		expect(difference(0, null, 1)).toHaveLength(1);
	});

	it('wants every expected key and the same length, and lets keys be added', () => {
		expect(difference({ a: 1 }, { a: 1, b: 2 }, 0)).toEqual([]);
		expect(difference({ a: 1, b: 2 }, { a: 1 }, 0)).toHaveLength(1);
		expect(difference([1, 2], [1, 2, 3], 0)).toHaveLength(1);
		expect(difference([1, 2], { 0: 1, 1: 2 }, 0)).toHaveLength(1);
	});

	it('compares due times as instants and other texts as texts', () => {
		const utc = '2024-01-15T11:00:00Z';
		const shanghai = '2024-01-15T19:00:00+08:00';
		expect(difference({ due: [utc] }, { due: [shanghai] }, 0)).toEqual([]);
		expect(difference({ dueAt: [utc] }, { dueAt: [shanghai] }, 0)).toEqual([]);
		expect(difference({ at: [utc] }, { at: [shanghai] }, 0)).toHaveLength(1);
	});
});
