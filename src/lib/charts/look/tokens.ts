/** Colours of the app as charts use them: the same values as the CSS tokens in src/app.css. */
export const light = {
	paper: '#ffffff',
	ground: '#f6f6f3',
	band: '#f3f3ef',
	raise: '#ffffff',
	ink: '#191b1e',
	ink2: '#4c5157',
	ink3: '#666c73',
	line: '#deded8',
	line2: '#c4c5c0',
	grid: '#ecece7',
	accent: '#0b5cad',
	accentSoft: '#e6eef8',
	rest: '#8e959c',
	restSoft: '#d5d8db',
	good: '#0b7a6f',
	bad: '#b4470b',
	badSoft: '#fbebe0',
	c1: '#0b5cad',
	c2: '#b9530c',
	c3: '#0b7a6f',
	c4: '#7d4ea0',
	c5: '#8a6d00',
	c6: '#b23a72',
	c7: '#24789f',
	c8: '#6b7279'
} as const;

export type Token = keyof typeof light;
export type Tokens = Readonly<Record<Token, string>>;

export const dark: Tokens = {
	paper: '#14171a',
	ground: '#0f1214',
	band: '#1f2428',
	raise: '#1d2125',
	ink: '#e9ebec',
	ink2: '#b9bec3',
	ink3: '#969ca3',
	line: '#2c3136',
	line2: '#454b52',
	grid: '#24292d',
	accent: '#6cb0f5',
	accentSoft: '#1b2d41',
	rest: '#747b83',
	restSoft: '#3a4046',
	good: '#4cc0ae',
	bad: '#f0965a',
	badSoft: '#3b2618',
	c1: '#6cb0f5',
	c2: '#f0965a',
	c3: '#4cc0ae',
	c4: '#b795dc',
	c5: '#d3b04a',
	c6: '#e587b2',
	c7: '#8ccbe8',
	c8: '#9aa1a8'
};

/** `accentSoft` → `--accent-soft`, `ink2` → `--ink-2`, `c1` → `--c1`. */
export const cssName = (token: Token): string =>
	/^c\d$/.test(token)
		? `--${token}`
		: `--${token.replace(/([A-Z]|\d)/g, (letter) => `-${letter.toLowerCase()}`)}`;
