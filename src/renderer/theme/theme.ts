import { type CSSVariablesResolver, createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';
import {
  compactLineHeight,
  darkTokens,
  fontFamily,
  fontFamilyMonospace,
  lightTokens,
  lineHeights,
  radii,
  spaces,
  type ThemeTokens,
  textSizes,
} from './tokens';

const rem = (px: number) => `${px / 16}rem`;
const inRem = (sizes: Record<string, number>) => Object.fromEntries(Object.entries(sizes).map(([name, px]) => [name, rem(px)]));

const accent: MantineColorsTuple = [
  '#eaf4f3',
  '#d3e7e5',
  '#abd0cd',
  '#86c2bc',
  '#5ba39f',
  '#3f8f8a',
  '#2a6f6b',
  '#1f6661',
  '#195450',
  '#123f3c',
];
const dark: MantineColorsTuple = [
  '#dbe2e9',
  '#c0cad4',
  '#9dabb8',
  '#8b99a6',
  '#5a6a7a',
  '#2a3642',
  '#182029',
  '#11171e',
  '#0c1117',
  '#080c10',
];
const gray: MantineColorsTuple = [
  '#f6f8fa',
  '#edf0f3',
  '#e2e7ec',
  '#d2d9e0',
  '#b9c3cd',
  '#82909d',
  '#5c6975',
  '#4f5d6a',
  '#35414c',
  '#1c252d',
];

/** Mantine dressed in the house's tokens. */
export const theme = createTheme({
  colors: { accent, dark, gray },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  white: '#ffffff',
  black: lightTokens.text,
  fontFamily,
  fontFamilyMonospace,
  fontSizes: inRem(textSizes),
  lineHeights,
  spacing: inRem(spaces),
  radius: inRem(radii),
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: '1.4' },
      h2: { fontSize: rem(18), lineHeight: '1.45' },
      h3: { fontSize: rem(16), lineHeight: '1.5' },
    },
  },
});

function variablesOf(tokens: ThemeTokens): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => [
      `--duty-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      value as string,
    ]),
  );
  return {
    ...own,
    '--mantine-color-body': tokens.ground,
    '--mantine-color-text': tokens.text,
    '--mantine-color-bright': tokens.text,
    '--mantine-color-dimmed': tokens.quiet,
    '--mantine-color-placeholder': tokens.stale,
    '--mantine-color-anchor': tokens.accent,
    '--mantine-color-error': tokens.amber,
    '--mantine-color-default': tokens.raised,
    '--mantine-color-default-hover': tokens.chosen,
    '--mantine-color-default-color': tokens.text,
    '--mantine-color-default-border': tokens.outline,
    '--mantine-color-disabled': tokens.raised,
    '--mantine-color-disabled-color': tokens.stale,
    '--mantine-color-disabled-border': tokens.line,
    '--mantine-color-accent-filled': tokens.action,
    '--mantine-color-accent-filled-hover': tokens.actionHover,
    '--mantine-primary-color-filled': tokens.action,
    '--mantine-primary-color-filled-hover': tokens.actionHover,
  };
}

/** Puts the tokens of both themes into CSS: `var(--duty-panel)`, `var(--duty-red-ground)`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--duty-compact': compactLineHeight },
  dark: variablesOf(darkTokens),
  light: variablesOf(lightTokens),
});

/** Dark or light is remembered for this desk, whoever signs in. */
export const colorSchemePlace = localStorageColorSchemeManager({ key: 'duty.theme' });
