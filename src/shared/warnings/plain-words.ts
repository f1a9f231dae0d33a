import { dateTimeIn } from '../time';
import type { Issuer, WarningContents } from './contents';
import type { WarningKind, WarningLevel } from './levels';

/** The level as such units announce it. The record and the papers speak the unit's language, whatever the screens speak. */
export const levelWords = {
  I: 'Ⅰ级（特别重大、红色）',
  II: 'Ⅱ级（重大、橙色）',
  III: 'Ⅲ级（较大、黄色）',
  IV: 'Ⅳ级（一般、蓝色）',
} as const satisfies Record<WarningLevel, string>;
export const kindWords = { warning: '预警', response: '响应' } as const satisfies Record<WarningKind, string>;
export const issuerWords = { office: '应急办公室', leadingGroup: '应急领导小组' } as const satisfies Record<Issuer['role'], string>;

/** `应急办公室 张某（电话发布，李某转述，待签认）`. */
export function issuerInWords({ role, name, how, relayedBy }: Issuer): string {
  return `${issuerWords[role]} ${name}${how === 'phone' ? `（电话，${relayedBy}转述，待签认）` : ''}`;
}

/** A publication as one entry of the duty log. */
export function logTextOf(number: string, level: WarningLevel, kind: WarningKind, contents: WarningContents, issuer: Issuer): string {
  const { what, area, source, measures } = contents;
  return [
    `发布${levelWords[level]}${kindWords[kind]}，编号 ${number}：${what}`,
    area && `区域：${area}`,
    `来源：${source}`,
    measures && `措施要求：${measures}`,
    `发布：${issuerInWords(issuer)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** A warning in force as one line of special attention (注意事项). */
export function attentionOf(
  number: string,
  level: WarningLevel,
  kind: WarningKind,
  { what, until }: WarningContents,
  zone: string,
): string {
  const expected = until === null ? '' : `，预计至 ${dateTimeIn(zone, until)}`;
  return `${levelWords[level]}${kindWords[kind]}生效中（${number}）：${what.replace(/\s+/gu, ' ').slice(0, 120).toWellFormed()}${expected}，未解除`;
}
