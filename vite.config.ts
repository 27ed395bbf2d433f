import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messagesByName } from './scripts/bundle/messages-by-name.ts';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './src/lib/messages/project.inlang',
			outdir: './src/lib/messages/generated',
			strategy: ['cookie', 'custom-negotiated', 'baseLocale'],
			cookieName: 'redress_locale'
		}),
		messagesByName(),
		sveltekit()
	],
	// Found in one go, so that a first visit in development is not reloaded for each of them.
	optimizeDeps: {
		include: ['echarts/core', 'echarts/charts', 'echarts/components', 'echarts/renderers']
	},
	build: {
		rollupOptions: {
			// A wrong plugin path leaves the build without a single message, with only a warning.
			onwarn(warning, warn) {
				if (warning.code === 'IMPORT_IS_UNDEFINED') throw new Error(warning.message);
				warn(warning);
			}
		}
	},
	test: {
		include: ['test/**/*.test.ts'],
		exclude: ['test/e2e/**', 'test/cluster/**'],
		teardownTimeout: 1000,
		testTimeout: 60_000,
		hookTimeout: 60_000
	}
});
