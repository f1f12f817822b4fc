/** A color on light and on dark pages. */
export interface Hue {
  readonly light: string;
  readonly dark: string;
}

/** The colors of themes, with a contrast of 4.5:1 (WCAG AA) on paper and on water. Themes without one take turns. */
export const HUES = {
  blue: { light: '#2a4d8f', dark: '#9db8ee' },
  ochre: { light: '#7d5200', dark: '#e0b767' },
  red: { light: '#8b2f3c', dark: '#eba0a8' },
  green: { light: '#2c6148', dark: '#92cdb0' },
  violet: { light: '#5d3f8c', dark: '#c3aeea' },
  teal: { light: '#155e66', dark: '#84ccd2' },
  plum: { light: '#812f6b', dark: '#e3a2d0' },
  slate: { light: '#47525c', dark: '#b8c3cb' },
} as const satisfies Readonly<Record<string, Hue>>;
type HueName = keyof typeof HUES;

export const HUE_NAMES = Object.keys(HUES) as [HueName, ...HueName[]];

/** The color of a theme, by its name or by the place of the theme among all, from 0. */
export function hueOf(name: HueName | undefined, place: number): Hue {
  return HUES[name ?? (HUE_NAMES[place % HUE_NAMES.length] as HueName)];
}
