import type { Difference } from '../../shared/service-profiles/differences';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { nameOf, placeInWords as placeInFormat } from '../format-editor';
import type { AnyWord, Word } from '../i18n/useWords';
import type { ProfileWords } from './useProfileWords';

interface Speech {
  t: Word<'serviceProfiles'>;
  any: AnyWord;
  words: ProfileWords;
}

/** A place in a profile for a person: 时限“修复” · 规则 2 · 时限. */
export function placeInWords(path: readonly (string | number)[], profiles: readonly ServiceProfile[], { any, words }: Speech): string {
  const part = (step: string) => any([`serviceProfiles:part.${step}`, 'serviceProfiles:edit.none'], { defaultValue: step });
  return placeInFormat(path, profiles, { say: words.say, part });
}

/** What stands on one side of a difference, short. */
export function valueInWords(value: unknown, { t, words, any }: Speech): string {
  if (value === undefined || value === null || value === '') return t('edit.none');
  if (typeof value === 'boolean') return t(value ? 'view.yes' : 'view.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (/^\d+(min|h|d)$/u.test(value)) return words.time(value);
    const known = ['milestone', 'told', 'onReopen', 'days', 'unit', 'gives', 'measure', 'raises', 'aim', 'goalPer'];
    const names = [
      ...known.map((group) => `serviceProfiles:${group}.${value}`),
      `common:roles.${value}`,
      `devices:subsystem.${value}`,
      `faults:waitingFor.${value}`,
      `faults:priority.${value}`,
      `faults:source.${value}`,
    ];
    // Free text is no name of a word; a code is.
    return /^[A-Za-z0-9]{1,40}$/u.test(value) ? any(names, { defaultValue: value }) : value;
  }
  if (Array.isArray(value)) return words.list(value.map((one) => valueInWords(one, { t, any, words }))) || t('edit.none');
  const record = value as Record<string, unknown>;
  if (typeof record.zh === 'string' && typeof record.en === 'string') return `${words.say({ zh: record.zh, en: record.en })}`;
  const name = nameOf(record);
  if (name) return words.say(name);
  // A rule, a row of the matrix, who is told: its condition and its number.
  const parts = [
    words.when(record.when as never),
    ...['after', 'limit', 'tier', 'from', 'until'].flatMap((part) =>
      record[part] === undefined ? [] : valueInWords(record[part], { t, any, words }),
    ),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A change as one line: where, and from what to what. */
export function differenceInWords(difference: Difference, profiles: readonly [ServiceProfile, ServiceProfile], speech: Speech): string {
  const { path, before, after } = difference;
  const { t } = speech;
  const where = placeInWords(path.at(-1) === 'order' ? path.slice(0, -1) : path, profiles, speech);
  if (path.at(-1) === 'order') return t('edit.problemAt', { where, what: t('edit.reordered') });
  const what =
    before === undefined
      ? t('edit.added', { value: valueInWords(after, speech) })
      : after === undefined
        ? t('edit.removed', { value: valueInWords(before, speech) })
        : t('edit.changed', { before: valueInWords(before, speech), after: valueInWords(after, speech) });
  return t('edit.problemAt', { where, what });
}
