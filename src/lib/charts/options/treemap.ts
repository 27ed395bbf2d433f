import type { EChartsOption, Numbers } from '../drawing.ts';
import { valueAt } from '../drawing.ts';
import { mixed, type Look } from '../look/look.ts';
import type { Token } from '../look/tokens.ts';
import { marked, type Mark } from '../mark.ts';
import { base } from '../parts/base.ts';
import { textWidth } from '../parts/text.ts';

export type TreemapColumns = {
	/** One row a subcategory: its category and itself; null is a blank group. */
	readonly category: readonly (string | null)[];
	readonly subcategory: readonly (string | null)[];
	readonly amount: Numbers;
};

export type TreemapWords = {
	readonly name: (key: string | null) => string;
	readonly amount: (amount: number) => string;
	/** Title first; `subcategory` is undefined for a whole category. */
	readonly tip: (place: {
		category: string | null;
		subcategory?: string | null;
		amount: number;
		share: number;
	}) => readonly [string, ...string[]];
	/** Whether `hue` names the colour of a category (see `categoryHues`). */
	readonly hue: (category: string | null) => Token;
};

/** What is inside each category? Areas by count; needs `treemap` on the Chart. */
export function treemap(columns: TreemapColumns, look: Look, words: TreemapWords): EChartsOption {
	const { colours } = look;
	const groups = new Map<string | null, { key: string | null; amount: number }[]>();
	columns.category.forEach((category, at) => {
		const inside = groups.get(category) ?? [];
		inside.push({ key: columns.subcategory[at] ?? null, amount: valueAt(columns.amount, at) });
		groups.set(category, inside);
	});
	const total = columns.category.reduce((sum, _, at) => sum + valueAt(columns.amount, at), 0);
	const sum = (inside: readonly { amount: number }[]): number =>
		inside.reduce((all, { amount }) => all + amount, 0);
	// What a square of that area would have as its side: too little for a word, no word.
	const side = (amount: number): number => Math.sqrt((amount / total) * look.width * look.height);
	const sorted = [...groups].sort((a, b) => sum(b[1]) - sum(a[1]));
	return {
		...base(look),
		series: [
			{
				type: 'treemap',
				left: 0,
				right: 0,
				top: 0,
				bottom: 0,
				roam: false,
				nodeClick: false,
				breadcrumb: { show: false },
				emphasis: { disabled: true },
				levels: levels(look),
				data: sorted.map(([category, inside]) => {
					const amount = sum(inside);
					const hue = colours[words.hue(category)];
					const strip = mixed(hue, colours.paper, 0.4);
					const fill = mixed(hue, colours.paper, 0.2);
					const of = { category, amount, share: amount / total };
					const mark: Mark = { id: `${category}`, key: category, words: words.tip(of) };
					return marked(
						{
							name: words.name(category),
							value: amount,
							itemStyle: { color: strip, borderColor: strip },
							upperLabel: {
								formatter: () =>
									written(side(amount), words.name(category), `  ${words.amount(amount)}`)
							},
							children: [...inside]
								.sort((a, b) => b.amount - a.amount)
								.map((leaf) => leafOf(leaf, category, total, fill, side(leaf.amount), words))
						},
						mark
					);
				})
			}
		]
	} as EChartsOption;
}

const least = 60;

/** A name and its number, the name alone, or nothing, as there is room. */
const written = (side: number, name: string, amount: string): string =>
	side < least ? '' : textWidth(name + amount) > side * 1.4 ? name : name + amount;

function leafOf(
	leaf: { key: string | null; amount: number },
	category: string | null,
	total: number,
	fill: string,
	side: number,
	words: TreemapWords
) {
	const of = { category, subcategory: leaf.key, amount: leaf.amount, share: leaf.amount / total };
	const name = words.name(leaf.key);
	return marked(
		{
			name,
			value: leaf.amount,
			itemStyle: { color: fill },
			label: {
				formatter: () => (side < least ? '' : `{n|${name}}\n{c|${words.amount(leaf.amount)}}`)
			}
		},
		{ id: `${category} › ${leaf.key}`, key: leaf.key, column: category, words: words.tip(of) }
	);
}

/** Categories carry their name on a strip; leaves are set apart by paper-coloured gaps. */
const levels = (look: Look) => {
	const { colours, font } = look;
	const text = { color: colours.ink, fontSize: 12, fontFamily: font, overflow: 'truncate' };
	return [
		{ itemStyle: { gapWidth: 3, borderWidth: 0, borderColor: colours.paper } },
		{
			itemStyle: { gapWidth: 2, borderWidth: 0, borderColor: colours.paper },
			upperLabel: { show: true, height: 22, ...text, fontWeight: 600, padding: [0, 6] }
		},
		{
			itemStyle: { borderWidth: 0 },
			label: {
				show: true,
				position: [6, 5],
				...text,
				rich: {
					n: { ...text, lineHeight: 16 },
					c: { ...text, lineHeight: 16, fontWeight: 600 }
				}
			}
		}
	];
};
