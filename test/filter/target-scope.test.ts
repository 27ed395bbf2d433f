import { expect, it } from 'vitest';
import { emptyFilter } from '#lib/filter/filter.ts';
import { inScope, targetScopeOf } from '#lib/filter/target-scope.ts';

it('knows all cases and one value of a dimension as what targets are said of, whatever the days', () => {
	expect(targetScopeOf({ ...emptyFilter, period: 'all' })).toBeNull();
	const scope = { dimension: 'department', value: '物流' } as const;
	expect(targetScopeOf(inScope({ ...emptyFilter, period: 'this-year' }, scope))).toEqual(scope);
	expect(targetScopeOf(inScope(emptyFilter, null))).toBeNull();
});

it('knows no target of other choices', () => {
	const two = { ...emptyFilter, dimensions: { department: ['物流', '客服'] } };
	const crossed = { ...emptyFilter, dimensions: { department: ['物流'], channel: ['app'] } };
	const scored = { ...emptyFilter, dimensions: { department: ['物流'] }, scores: [1] };
	for (const filter of [two, crossed, scored, { ...emptyFilter, sources: ['shop'] }])
		expect(targetScopeOf(filter)).toBeUndefined();
});
