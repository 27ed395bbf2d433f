import type { Theme } from '#lib/components/theme.ts';
import type { FilterProblem } from '#lib/filter/codec.ts';
import type { Filter } from '#lib/filter/filter.ts';
import type { LogState } from '#lib/filter/log-state.ts';
import type { Locale } from '#lib/format/locale.ts';
import type { Person } from '#lib/server/access/person.ts';

declare global {
	namespace App {
		interface Locals {
			locale: Locale;
			theme: Theme;
			person: Person;
			/** The data changed while the request was answered. */
			dataChanged?: boolean;
			/** Of the error the request ended in, if it did. */
			reference?: string;
		}

		interface PageData {
			/** Business zone, an IANA name. */
			zone: string;
			theme: Theme;
			person: Person;
			/** State of the data the page speaks of; pages without numbers have none. */
			dataVersion?: number;
			/** Null while there is no case. */
			log: LogState | null;
			/** Pages with a filter return it; the layout then shows the filter bar. */
			filter?: Filter;
			/** What the filter bar offers besides the cases; absent: days and what they are compared with. */
			filterTime?: 'days' | 'none';
			/** Parameters of the address that could not be read; the layout says so. */
			filterProblems?: readonly FilterProblem[];
			/** The page is a sheet to print: no frame around it. */
			sheet?: boolean;
		}

		interface Error {
			message: string;
			/** Names the error in the server's log. */
			reference?: string;
		}
	}
}

export {};
