import { expect, it } from 'vitest';
import { isListed } from '../../src/routes/audits/[number]/listed-findings.ts';

const cases = [
	{ source: 's', caseNo: 'A', stratum: 'Delivery' },
	{ source: 's', caseNo: 'B', stratum: '' }
];
const findings = [
	{ place: 1, item: 'first' },
	{ place: 1, item: 'second' },
	{ place: 2, item: 'first' }
];
const listed = (query: string) => findings.filter(isListed(new URLSearchParams(query), cases));

it('lists the findings a number of the audit counts: by stratum, by item, by case', () => {
	expect(listed('stratum=Delivery')).toEqual(findings.slice(0, 2));
	expect(listed('stratum=')).toEqual([findings[2]]);
	expect(listed('item=first')).toEqual([findings[0], findings[2]]);
	expect(listed('place=1')).toEqual(findings.slice(0, 2));
});

it('lists all of them where nothing is asked for', () => {
	expect(listed('saved=')).toEqual(findings);
});
