/**
 * @typedef {{ passed: number, failed: number, skipped: readonly string[] }} Counts
 * `skipped` holds the names of what did not run.
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
	for (const file of report.testResults) {
		const name = file.name.replace(`${root}/`, '');
		let failedHere = 0;
		for (const test of file.assertionResults) {
			if (test.status === 'passed') passed += 1;
			else if (test.status === 'failed') failedHere += 1;
			else skipped.push(`${name}: ${test.fullName.trim()}`);
		}
		failed += file.status === 'failed' ? Math.max(1, failedHere) : failedHere;
	}
	return { passed, failed: atLeastOneIfBad(failed, exitCode, passed), skipped };
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
	const skipped = report.suites.flatMap((/** @type {any} */ suite) => skippedIn(suite));
	const failed = unexpected + flaky;
	return { passed: expected, failed: atLeastOneIfBad(failed, exitCode, expected), skipped };
}

/**
 * @param {any} suite
 * @returns {string[]}
 */
function skippedIn(suite) {
	const here = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
		spec.tests.some((/** @type {any} */ test) => test.status === 'skipped')
			? [`${spec.file}: ${spec.title}`]
			: []
	);
	return [...here, ...(suite.suites ?? []).flatMap(skippedIn)];
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
