import type { HandoverView } from '../../../shared/handover/contract';
import { type LayoutGroup, type LayoutWords, layoutSentence, layoutWord } from '../../../shared/handover/layout-1';
import { dateTimeIn, timeIn } from '../../../shared/time';

/** What the form says: always in the unit's language, whatever the screens speak. */
export const say = (name: keyof LayoutWords['paper'], facts?: Readonly<Record<string, string | number>>) =>
  layoutSentence('zh', name, facts);
export const word = (group: LayoutGroup, code: string) => layoutWord('zh', group, code);

/** Marks of the form's own language: what stands between two parts, after a name, around an addition. */
export const marks = {
  comma: '，',
  semicolon: '；',
  after: (name: string) => `${name}：`,
  aside: (text: string) => `（${text}）`,
  stressed: (text: string) => `【${text}】`,
};

/** Moments in the zone the content was frozen in. */
export const moments = (zone: string) => ({
  at: (at: number, seconds = false) => dateTimeIn(zone, at, seconds),
  time: (at: number) => timeIn(zone, at),
});

/** The first 16 digits of the hash in fours: short enough to read out on the phone. */
export function verificationCode(hash: string): string {
  return (
    hash
      .slice(0, 16)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join('-');
}

/** Running text in parts that fit on a page: at line breaks, else after so many characters. */
export function partsOf(text: string, most = 400): string[] {
  return text.split('\n').flatMap((line) => {
    const signs = [...line];
    return signs.length <= most
      ? [line]
      : Array.from({ length: Math.ceil(signs.length / most) }, (_, at) => signs.slice(at * most, (at + 1) * most).join(''));
  });
}

/** Number of the document: the same for every print of one handover. */
export function paperNumber({ shift, version, others }: HandoverView, letter: string): string {
  const own = `${letter}-JJ-${shift.date.replaceAll('-', '')}-${shift.shift.toUpperCase()}`;
  return others.length > 0 && version ? `${own}-${version.id.slice(-8)}` : own;
}
