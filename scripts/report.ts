/**
 * npm run report -- NUMBER [--lang L] [--form F] [--out FILE] [--server URL]
 * npm run report -- review YYYY-MM [--lang L] [--out FILE] [--server URL]
 * Prints the report of one improvement, or the review of one month, to a PDF with an installed browser of
 * the Chromium family.
 */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from './ground/chromium.mjs';
import { printPdf } from './report/print-pdf.ts';
import { reachServer, type Reached } from './report/reach-server.ts';

const languages = ['en', 'zh-CN', 'zh-TW'] as const;
const forms = ['qc', '8d'] as const;

const usage = `npm run report -- NUMBER [--lang en|zh-CN|zh-TW] [--form qc|8d] [--out FILE] [--server URL]
npm run report -- review YYYY-MM [--lang en|zh-CN|zh-TW] [--out FILE] [--server URL]
  prints the report of an improvement (2511-01), or the review of a month, to a PDF; needs an installed
  Chromium, Chrome or Edge: the one REDRESS_CHROMIUM names, else one of PATH or of the usual places
  --lang    language (en)
  --form    qc: QC circle report, ten steps; 8d: ISO 9001 10.2 as 8D (by the language)
  --out     file (NUMBER.pdf, review-YYYY-MM.pdf)
  --server  address of a running Redress; without it the one on HOST and PORT is asked, else one is
            started on the state folder (REDRESS_DATA, data/local) and stopped again
  exit code: 0 printed, 1 it could not be, 2 wrong use or no browser installed`;

process.exitCode = await main();

async function main(): Promise<number> {
	const asked = readArguments();
	if (typeof asked === 'number') return asked;
	const browser = installedBrowser();
	if (browser === undefined) return 2;
	let server: Reached;
	try {
		server = await reachServer(asked.server);
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
	try {
		const { path, lang, out } = asked;
		const page = server.address + path;
		const answer = await fetch(page, { headers: { 'accept-language': lang } });
		if (answer.status === 404) {
			console.error(`There is no ${asked.what} on ${server.address}.`);
			return 1;
		}
		if (!answer.ok) throw new Error(`${page} answered ${answer.status}.`);
		await printPdf(browser, page, { lang, out });
		console.log(`${out} (${Math.ceil(statSync(out).size / 1024)} kB)`);
		return 0;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	} finally {
		await server.leave();
	}
}

function installedBrowser(): string | undefined {
	const named = process.env.REDRESS_CHROMIUM;
	if (named && !existsSync(named)) {
		console.error(`REDRESS_CHROMIUM names ${named}, which is not there.`);
		return undefined;
	}
	const found = findChromium();
	if (found === undefined)
		console.error(
			'No Chromium, Chrome or Edge is installed here. Install one or name it in REDRESS_CHROMIUM, ' +
				'or open the report in any browser and print it there.'
		);
	return found;
}

interface Asked {
	/** What is printed, as an error names it. */
	readonly what: string;
	/** Its page. */
	readonly path: string;
	readonly lang: (typeof languages)[number];
	readonly out: string;
	readonly server: string | undefined;
}

function readArguments(): Asked | number {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				lang: { type: 'string', default: 'en' },
				form: { type: 'string' },
				out: { type: 'string' },
				server: { type: 'string' },
				help: { type: 'boolean', default: false }
			}
		});
		if (values.help) {
			console.log(usage);
			return 0;
		}
		const lang = languages.find((known) => known === values.lang);
		if (lang === undefined) return wrongUse(`--lang ${values.lang} is not known`);
		const form = forms.find((known) => known === values.form);
		if (form !== values.form) return wrongUse(`--form ${values.form} is not known`);
		if (values.server !== undefined && !URL.canParse(values.server))
			return wrongUse(`--server ${values.server} is no address`);
		const printed =
			positionals[0] === 'review' ? ofMonth(positionals, form) : ofOne(positionals, form);
		if (typeof printed === 'string') return wrongUse(printed);
		const { what, path, file } = printed;
		const out = resolve(values.out ?? file);
		return { what, path, lang, out, server: values.server?.replace(/\/+$/, '') };
	} catch (error) {
		return wrongUse((error as Error).message);
	}
}

type Form = (typeof forms)[number] | undefined;

/** What is printed and where it stands, or what was told wrongly. */
type Printed = { readonly what: string; readonly path: string; readonly file: string } | string;

function ofOne([number, ...more]: readonly string[], form: Form): Printed {
	if (number === undefined || more.length > 0) return 'name one improvement, or review YYYY-MM';
	const query = form === undefined ? '' : `?form=${form}`;
	return {
		what: `improvement ${number}`,
		path: `/improvements/${encodeURIComponent(number)}/report${query}`,
		file: `${number.replaceAll(/[^\w-]/g, '_')}.pdf`
	};
}

function ofMonth([, month, ...more]: readonly string[], form: Form): Printed {
	if (month === undefined || more.length > 0 || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
		return 'name one month as YYYY-MM';
	if (form !== undefined) return '--form is for the report of an improvement';
	return { what: `review of ${month}`, path: `/reviews/${month}`, file: `review-${month}.pdf` };
}

function wrongUse(message: string): number {
	console.error(`${message}\n${usage}`);
	return 2;
}
