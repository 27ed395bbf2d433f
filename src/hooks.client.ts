import { defineCustomClientStrategy } from '#lib/messages/generated/runtime.js';
import { knownLocale } from '#lib/messages/negotiate.ts';

// Without a cookie the server has negotiated the language; the page says which.
defineCustomClientStrategy('custom-negotiated', {
	getLocale: () => knownLocale(document.documentElement.lang),
	setLocale: () => undefined
});
