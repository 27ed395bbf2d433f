import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash of the names and contents of files, the same for the same files wherever the clone lies.
 *
 * @param {string} root folder the paths are relative to
 * @param {readonly string[]} paths files and folders; a missing one counts as missing
 * @param {readonly string[]} [leftOut] folders that are generated
 * @returns {string} hexadecimal sha256
 */
export function fingerprint(root, paths, leftOut = []) {
	const hash = createHash('sha256');
	for (const path of paths.flatMap((path) => filesBelow(root, path, leftOut)).sort()) {
		const content = readFileSync(join(root, path));
		hash.update(`${path}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @param {readonly string[]} leftOut
 * @returns {string[]}
 */
function filesBelow(root, path, leftOut) {
	if (leftOut.includes(path) || !existsSync(join(root, path))) return [];
	let entries;
	try {
		entries = readdirSync(join(root, path), { withFileTypes: true });
	} catch {
		return [path];
	}
	return entries.flatMap((entry) => filesBelow(root, `${path}/${entry.name}`, leftOut));
}
