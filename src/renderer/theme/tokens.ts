/**
 * Every colour and measure of the screens, written once. Colour means urgency and nothing else: blue, amber, red. All the rest
 * is grey, with one restrained accent (celadon) for focus and the primary action. Contrast of text on its ground is at least 4.5:1;
 * tokens.test.ts counts it.
 */
export interface ThemeTokens {
  /** Ground of the window, of the frame around the work, of a panel, of a field, of a raised or chosen row. */
  ground: string;
  frame: string;
  panel: string;
  field: string;
  raised: string;
  chosen: string;
  /** Lines between things, and the stronger outline of fields. */
  line: string;
  outline: string;
  /** Text, quiet text (labels, units, dates), and what is not proven any more. */
  text: string;
  quiet: string;
  stale: string;
  /** Focus ring, links, the marked navigation item. */
  accent: string;
  /** The primary action, and the text on it. */
  action: string;
  actionHover: string;
  onAction: string;
  /** Urgency: foreground for icon and word, ground behind them, and the line around. */
  blue: string;
  blueGround: string;
  blueLine: string;
  amber: string;
  amberGround: string;
  amberLine: string;
  red: string;
  redGround: string;
  redLine: string;
  /** Announced colours of levels II and III (domain.md 4), beside red for I and blue for IV. */
  orange: string;
  orangeGround: string;
  orangeLine: string;
  yellow: string;
  yellowGround: string;
  yellowLine: string;
}

export const darkTokens: ThemeTokens = {
  ground: '#11171e',
  frame: '#0c1117',
  panel: '#182029',
  field: '#121920',
  raised: '#1f2933',
  chosen: '#223038',
  line: '#2a3642',
  outline: '#5a6a7a',
  text: '#dbe2e9',
  quiet: '#9dabb8',
  stale: '#8b99a6',
  accent: '#86c2bc',
  action: '#2a6f6b',
  actionHover: '#31807b',
  onAction: '#ffffff',
  blue: '#86b6f2',
  blueGround: '#16273c',
  blueLine: '#335b8a',
  amber: '#efb54d',
  amberGround: '#33280f',
  amberLine: '#7d5f1d',
  red: '#ff8f86',
  redGround: '#3d1a1b',
  redLine: '#a13f3d',
  orange: '#ffa05c',
  orangeGround: '#3a2110',
  orangeLine: '#9a5a26',
  yellow: '#f3dc55',
  yellowGround: '#322e0e',
  yellowLine: '#7f731f',
};

export const lightTokens: ThemeTokens = {
  ground: '#edf0f3',
  frame: '#e2e7ec',
  panel: '#ffffff',
  field: '#ffffff',
  raised: '#f3f6f8',
  chosen: '#e1ecec',
  line: '#d2d9e0',
  outline: '#82909d',
  text: '#1c252d',
  quiet: '#4f5d6a',
  stale: '#5c6975',
  accent: '#1f6661',
  action: '#1f6661',
  actionHover: '#195450',
  onAction: '#ffffff',
  blue: '#1a55a3',
  blueGround: '#e4eefb',
  blueLine: '#9dbfe8',
  amber: '#7c4e00',
  amberGround: '#fdf0d3',
  amberLine: '#dbb25a',
  red: '#ac1f1f',
  redGround: '#fde6e4',
  redLine: '#e39b96',
  orange: '#983f00',
  orangeGround: '#ffe5d0',
  orangeLine: '#e5a26d',
  yellow: '#635400',
  yellowGround: '#fcf5bd',
  yellowLine: '#cfbb3c',
};

/** Bundled face first; the system's for the rare characters of names that it lacks. */
export const fontFamily =
  "'Noto Sans SC Variable', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', 'WenQuanYi Micro Hei', sans-serif";
export const fontFamilyMonospace = "'Noto Sans Mono CJK SC', 'Sarasa Mono SC', Consolas, 'DejaVu Sans Mono', monospace";

/** Sizes in px at 100 %, Chinese first: nothing that is read is smaller than 13. */
export const textSizes = { xs: 13, sm: 15, md: 16, lg: 18, xl: 22 };
export const lineHeights = { xs: '1.5', sm: '1.55', md: '1.6', lg: '1.55', xl: '1.5' };
/** In tables and rails, where lines are scanned and not read. */
export const compactLineHeight = '1.35';
export const spaces = { xs: 6, sm: 10, md: 16, lg: 22, xl: 32 };
export const radii = { xs: 2, sm: 4, md: 4, lg: 6, xl: 8 };
