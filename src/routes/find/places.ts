import { navigationPages } from '#lib/components/shell/navigation.ts';
import { emptyFilter } from '#lib/filter/filter.ts';
import type { Place } from '#lib/components/shell/place.ts';
import { caseHref, casesHref } from '#lib/filter/href.ts';
import type { SavedView } from '#lib/filter/saved-view.ts';
import { measures, type MeasureId } from '#lib/measures/catalogue.ts';
import * as m from '#lib/messages/generated/messages.js';
import { measureName } from '#lib/messages/measure-words.ts';
import type { Person } from '#lib/server/access/person.ts';
import { allImprovements } from '#lib/server/improvement/store.ts';
import { findCases } from '#lib/server/questions/find-cases.ts';
import { scopeOf } from '#lib/server/questions/scope.ts';
import { ownMeasures } from '#lib/server/record/own-measures.ts';
import { savedViews } from '#lib/server/record/views.ts';

const mostOfAKind = 8;
const longestText = 100;

/** Everywhere a person can go whose name holds the text; cases are found by the start of their number. */
export async function placesLike(
	person: Person,
	typed: string,
	signal: AbortSignal
): Promise<readonly Place[]> {
	const text = typed.trim().slice(0, longestText);
	const [views, improvements, own, scope] = await Promise.all([
		savedViews(person),
		allImprovements(),
		ownMeasures(),
		scopeOf(person, emptyFilter, signal)
	]);
	const named = [
		...pages(),
		...views.map(placeOfView),
		...improvements.map(({ number, plan }): Place => ({
			kind: m.palette_improvement(),
			name: plan.theme,
			detail: number,
			href: `/improvements/${number}`
		})),
		...measurePlaces(),
		...own.map(({ id, name }): Place => ({
			kind: m.palette_measure(),
			name,
			detail: '',
			href: `/measures/${id}`
		}))
	].filter(({ name, detail }) => holds(`${name} ${detail}`, text));
	const cases = (await findCases(scope, text, mostOfAKind)).map(
		({ source, case_no, subcategory, category }): Place => ({
			kind: m.palette_case(),
			name: case_no,
			detail: [source, subcategory ?? category].filter(Boolean).join(' · '),
			href: caseHref(source, case_no)
		})
	);
	return [...cases, ...named.slice(0, text === '' ? 80 : 24), ...inNarratives(text)];
}

/** Words that name no place may still stand in complaints. */
function inNarratives(text: string): Place[] {
	if (text === '') return [];
	const href = casesHref({ ...emptyFilter, period: 'all', search: text });
	return [{ kind: m.palette_search(), name: text, detail: m.palette_search_where(), href }];
}

function pages(): Place[] {
	return navigationPages.map(({ href, name }) => ({
		kind: m.palette_page(),
		name: name(),
		detail: '',
		href
	}));
}

function placeOfView({ name, address }: SavedView): Place {
	return { kind: m.palette_view(), name, detail: '', href: address };
}

function measurePlaces(): Place[] {
	return (Object.keys(measures) as MeasureId[]).map((id) => ({
		kind: m.palette_measure(),
		name: measureName(id),
		detail: '',
		href: `/measures#${id}`
	}));
}

/** Whether every word that was typed is in it, whatever its case. */
function holds(whole: string, typed: string): boolean {
	const lower = whole.toLocaleLowerCase();
	return typed
		.toLocaleLowerCase()
		.split(/\s+/)
		.every((word) => lower.includes(word));
}
