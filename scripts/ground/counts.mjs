/**
 * @typedef {{ passed: number, failed: number, skipped: readonly string[], broken?: readonly string[] }} Counts
 * `skipped` holds the names of what did not run, `broken` of what failed.
 */

/**
 * Counts a report of Vitest. A file that could not be loaded has no tests and counts as one failed;
 * so does a run that found none at all, or that ended badly for a reason no test carries.
 *
 * @param {any} report parsed JSON of `--reporter=json`
 * @param {number} exitCode
 * @param {string} root
 * @returns {Counts}
 */
export function countVitest(report, exitCode, root) {
	let passed = 0;
	let failed = 0;
	/** @type {string[]} */
	const skipped = [];
	/** @type {string[]} */
	const broken = [];
	for (const file of report.testResults) {
		const name = file.name.replace(`${root}/`, '');
		let failedHere = 0;
		for (const test of file.assertionResults) {
			if (test.status === 'passed') passed += 1;
			else if (test.status === 'failed') {
				failedHere += 1;
				broken.push(`${name}: ${test.fullName.trim()}`);
			} else skipped.push(`${name}: ${test.fullName.trim()}`);
		}
		if (file.status === 'failed' && failedHere === 0) broken.push(name);
		failed += file.status === 'failed' ? Math.max(1, failedHere) : failedHere;
	}
	return { passed, failed: atLeastOneIfBad(failed, exitCode, passed), skipped, broken };
}

/**
 * Counts a report of Playwright; a test that passed only when repeated counts as failed.
 *
 * @param {any} report parsed JSON of the json reporter
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
	const { expected, unexpected, flaky } = report.stats;
	/** @type {(status: readonly string[]) => string[]} */
	const named = (status) =>
		report.suites.flatMap((/** @type {any} */ suite) => namedIn(suite, status));
	const failed = unexpected + flaky;
	return {
		passed: expected,
		failed: atLeastOneIfBad(failed, exitCode, expected),
		skipped: named(['skipped']),
		broken: named(['unexpected', 'flaky'])
	};
}

/**
 * @param {any} suite
 * @param {readonly string[]} status
 * @returns {string[]}
 */
function namedIn(suite, status) {
	const here = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
		spec.tests.some((/** @type {any} */ test) => status.includes(test.status))
			? [`${spec.file}: ${spec.title}`]
			: []
	);
	const below = (suite.suites ?? []).flatMap((/** @type {any} */ one) => namedIn(one, status));
	return [...here, ...below];
}

/**
 * @param {number} failed
 * @param {number} exitCode
 * @param {number} passed
 */
function atLeastOneIfBad(failed, exitCode, passed) {
	const bad = exitCode !== 0 || passed + failed === 0;
	return bad ? Math.max(1, failed) : failed;
}
