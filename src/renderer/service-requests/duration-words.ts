import type { Word } from '../i18n/useWords';

/** `14d` as a contract writes it → 14天. */
export function durationWords(t: Word<'serviceRequests'>, duration: string): string {
  const match = /^(\d+)(min|h|d)$/u.exec(duration);
  return match ? t(`duration.${match[2] as 'min' | 'h' | 'd'}`, { n: match[1] }) : duration;
}
