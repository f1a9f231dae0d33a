import type { Word } from '../i18n/useWords';

/** Classes of the profile that ships in use. */
export const faultClasses = ['A', 'B', 'C'] as const;
type KnownClass = (typeof faultClasses)[number];

function isKnown(code: string): code is KnownClass {
  return (faultClasses as readonly string[]).includes(code);
}

/** `A 类`; the code itself of a class that has no word here. */
export function classWord(t: Word<'faults'>, code: string): string {
  return isKnown(code) ? t(`class.${code}`) : code;
}

export function classShort(t: Word<'faults'>, code: string): string {
  return isKnown(code) ? t(`class.short.${code}`) : '';
}

export function classHelp(t: Word<'faults'>, code: string): string {
  return isKnown(code) ? t(`class.help.${code}`) : '';
}
