import { textWidth, wrap } from '#lib/charts/parts/text.ts';
import { branches, type Branch, type Cause } from '#lib/improvement/plan.ts';

/** Where everything of a fishbone stands, in a box of 864 across. */
export interface FishboneShape {
	readonly height: number;
	readonly spine: number;
	readonly ribs: readonly {
		readonly branch: Branch;
		readonly line: string;
		readonly name: { readonly x: number; readonly y: number };
		readonly causes: readonly {
			readonly cause: Cause;
			readonly lines: readonly string[];
			/** First letter of the first line. */
			readonly x: number;
			readonly y: number;
			/** The hairline under it, up to the rib. */
			readonly rule: number;
			readonly ruleTo: number;
		}[];
		/** Causes that found no room. */
		readonly more: number;
	}[];
}

export const fishboneWidth = 864;
const headWidth = 150;
const column = (fishboneWidth - headWidth) / 3;
/** How far a rib leans back from the spine. */
const lean = 56;
/** A cause: its mark, then up to two lines of text. */
const causeHeight = 34;
const oneLine = 24;
const most = 4;
const ribRoom = 36;
const markWidth = 14;

/** Three branches above the spine and three below; each as high as its fullest wants. */
export function fishboneShape(causes: readonly Cause[]): FishboneShape {
	const of = (branch: Branch): readonly Cause[] =>
		causes
			.filter((cause) => cause.branch === branch)
			.toSorted((a, b) => weight[a.state] - weight[b.state]);
	const above = sideHeight(branches.slice(0, 3).map(of));
	const below = sideHeight(branches.slice(3).map(of));
	const spine = above + 20;
	const ribs = branches.map((branch, index) => {
		const up = index < 3;
		const height = up ? above : below;
		const foot = column * ((index % 3) + 1) - 28;
		const own = of(branch);
		return {
			branch,
			line: `M${foot} ${spine}L${foot - lean} ${up ? spine - height : spine + height}`,
			name: { x: foot - lean, y: up ? spine - height - 8 : spine + height + 18 },
			causes: own.slice(0, most).map((cause, at) => placed(cause, at, { up, spine, height, foot })),
			more: Math.max(0, own.length - most)
		};
	});
	return { height: spine + below + 28, spine, ribs };
}

/** What is confirmed stands first: it must find room. */
const weight: Readonly<Record<Cause['state'], number>> = { confirmed: 0, open: 1, ruled_out: 2 };

const textRoom = column - lean - 24;

function sideHeight(sides: readonly (readonly Cause[])[]): number {
	const rows = Math.max(2, ...sides.map((side) => Math.min(side.length, most)));
	return ribRoom + rows * causeHeight;
}

function placed(
	cause: Cause,
	at: number,
	{ up, spine, height, foot }: { up: boolean; spine: number; height: number; foot: number }
) {
	const lines = wrap(cause.text, textRoom - markWidth, 2).split('\n');
	// From the far end of the rib towards the spine.
	const down = 26 + at * causeHeight + (lines.length === 1 ? causeHeight - oneLine : 10);
	const rule = up ? spine - height + down : spine + height - down + 8;
	const ruleTo = foot - (lean * Math.abs(spine - rule)) / height;
	const wide = Math.max(...lines.map((line) => textWidth(line))) + markWidth + 10;
	return {
		cause,
		lines,
		x: ruleTo - Math.max(wide, 96),
		y: rule - 5 - (lines.length - 1) * 14,
		rule,
		ruleTo
	};
}
