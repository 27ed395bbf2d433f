import { describe, expect, it } from 'vitest';
import { withAdded } from '#lib/filter/added-conditions.ts';
import {
	choosing,
	draftHref,
	draftOf,
	ofKind,
	parseDraft,
	type OwnDraft
} from '#lib/filter/own-draft.ts';
import { initialDesign } from '#lib/measures/own-measure.ts';

const read = (href: string): OwnDraft => parseDraft(new URL(href, 'http://localhost').searchParams);

describe('a draft of an own measure', () => {
	it('is all in its address, whichever list is being chosen', () => {
		const share = { ...initialDesign, basis: 'has=satisfaction', part: 'score=1&has=satisfaction' };
		const draft = draftOf('own-1', share);
		for (const list of ['basis', 'part'] as const) {
			const again = read(draftHref(choosing(draft, list)));
			expect(again.list).toBe(list);
			expect(again.of).toBe('own-1');
			expect(again.basis).toEqual(draft.basis);
			expect(again.part).toEqual(draft.part);
		}
	});

	it('begins the numerator of a share with its denominator, that of a ratio with all cases', () => {
		const share = read('/measures/new?kind=share&channel=App');
		expect(choosing(share, 'part').part.dimensions).toEqual({ channel: ['App'] });
		const ratio = read('/measures/new?kind=ratio&channel=App');
		expect(choosing(ratio, 'part').part.dimensions).toEqual({});
	});

	it('keeps its conditions as another kind, and shows the list that kind has', () => {
		const share = read('/measures/new?kind=share&list=part&other=channel%3DApp&score=1');
		const mean = read(draftHref(ofKind(share, 'mean')));
		expect(mean.list).toBe('basis');
		expect(mean.basis.dimensions).toEqual({ channel: ['App'] });
	});

	it('says what it could not read, of the list packed away, too', () => {
		const draft = read('/measures/new?kind=share&list=part&other=score%3Dnine&state=gone');
		expect(draft.unread.map(({ parameter }) => parameter)).toEqual(['state', 'score']);
	});
});

describe('a form of conditions', () => {
	const added = (text: string) => withAdded(new URLSearchParams(text))?.toString();

	it('becomes the parameters filters are written with', () => {
		expect(
			added('kind=rate&add=1&add_time=resolved_in&add_from=&add_below=1.5&add_unit=hours&has=')
		).toBe('kind=rate&resolved_in=%7E90');
		expect(
			added('add=1&due=resolved.met&add_stage=resolved&add_outcome=met&add_outcome=breached')
		).toBe('due=resolved.met&due=resolved.breached');
	});

	it('adds no span without an end, no outcome without a stage, nothing below zero', () => {
		expect(added('add=1&add_time=resolved_in&add_from=&add_below=&add_outcome=met')).toBe('');
		expect(added('add=1&add_time=resolved_in&add_from=-5&add_below=')).toBe('');
	});

	it('is told from other addresses', () => {
		expect(withAdded(new URLSearchParams('kind=rate'))).toBeNull();
	});
});
