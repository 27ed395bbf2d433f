/** Light or dark by choice; `auto` follows the device. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = 'redress_theme';

export function knownTheme(text: string | null | undefined): Theme {
	return themes.find((theme) => theme === text) ?? 'auto';
}
