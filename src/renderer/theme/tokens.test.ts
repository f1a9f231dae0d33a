import { describe, expect, test } from 'vitest';
import { darkTokens, lightTokens, type ThemeTokens } from './tokens';

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'frame', 'panel', 'field', 'raised', 'chosen'] as const;

describe.each([
  ['dark', darkTokens],
  ['light', lightTokens],
])('contrast of the %s theme', (_name, tokens: ThemeTokens) => {
  test.each(grounds)('text, quiet and stale text and accent read on %s', (ground) => {
    for (const ink of ['text', 'quiet', 'stale', 'accent', 'blue', 'amber', 'red', 'orange', 'yellow'] as const) {
      expect.soft(contrast(tokens[ink], tokens[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  test('urgency reads on its own ground, and the action on its own', () => {
    for (const urgency of ['blue', 'amber', 'red', 'orange', 'yellow'] as const) {
      expect.soft(contrast(tokens[urgency], tokens[`${urgency}Ground`]), urgency).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(tokens.onAction, tokens.action)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.onAction, tokens.actionHover)).toBeGreaterThanOrEqual(4.5);
  });
  test('outlines of fields are seen', () => {
    expect(contrast(tokens.outline, tokens.field)).toBeGreaterThanOrEqual(3);
  });
});
