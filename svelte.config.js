import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	kit: {
		adapter: adapter({ precompress: true }),
		// adapter-node takes plain http for https and refuses form posts; our own check of every
		// non-GET (host of Origin, Sec-Fetch-Site) stands in src/lib/server/access/origin.ts.
		csrf: { trustedOrigins: ['*'] },
		typescript: {
			config: (config) => {
				config.include.push('../scripts/**/*.ts', '../scripts/**/*.mjs', '../*.config.ts');
			}
		}
	}
};
