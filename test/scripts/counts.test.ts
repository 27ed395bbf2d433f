import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/ground/counts.mjs';

const file = (status: string, statuses: readonly string[]) => ({
	name: '/clone/test/a.test.ts',
	status,
	assertionResults: statuses.map((each, at) => ({ status: each, fullName: `test ${at}` }))
});

describe('a report of Vitest', () => {
	test('counts each test, and names what was skipped and what failed', () => {
		const report = { testResults: [file('failed', ['passed', 'failed', 'skipped', 'todo'])] };
		expect(countVitest(report, 1, '/clone')).toEqual({
			passed: 1,
			failed: 1,
			skipped: ['test/a.test.ts: test 2', 'test/a.test.ts: test 3'],
			broken: ['test/a.test.ts: test 1']
		});
	});

	test('counts a file that could not be loaded as failed', () => {
		const report = { testResults: [file('failed', []), file('passed', ['passed'])] };
		expect(countVitest(report, 1, '/clone')).toMatchObject({
			passed: 1,
			failed: 1,
			broken: ['test/a.test.ts']
		});
	});

	test('is no success when nothing ran', () => {
		expect(countVitest({ testResults: [] }, 0, '/clone')).toMatchObject({ passed: 0, failed: 1 });
	});

	test('is no success when the run ended badly though every test passed', () => {
		const report = { testResults: [file('passed', ['passed'])] };
		expect(countVitest(report, 1, '/clone')).toMatchObject({ passed: 1, failed: 1 });
	});
});

describe('a report of Playwright', () => {
	const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

	test('counts a test that passed only when repeated as failed', () => {
		const report = { stats: { ...stats, flaky: 1 }, suites: [] };
		expect(countPlaywright(report, 0)).toMatchObject({ passed: 3, failed: 1 });
	});

	test('names what was skipped or failed, however deep it stands', () => {
		const spec = (title: string, status: string) => ({
			file: 'a.spec.ts',
			title,
			tests: [{ status }]
		});
		const specs = [spec('drops a log', 'skipped'), spec('signs', 'unexpected')];
		const report = { stats, suites: [{ specs: [], suites: [{ specs }] }] };
		const { skipped, broken } = countPlaywright(report, 1);
		expect(skipped).toEqual(['a.spec.ts: drops a log']);
		expect(broken).toEqual(['a.spec.ts: signs']);
	});

	test('is no success when the server did not start', () => {
		const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
		expect(countPlaywright({ stats: none, suites: [] }, 1)).toMatchObject({ failed: 1 });
	});
});
