import { unnamed } from '../../shared/faults/figure-groups';
import type { Grouping } from '../../shared/faults/figure-groups';
import type { FigureBucket } from '../../shared/faults/figures-contract';
import { type AnyWord, useAnyWord, useLanguage, type Word, useWords } from '../i18n/useWords';
import type { Language } from '../i18n/languages';

/** What a bar is called: by its profile, its text, or the words of its key. */
export function bucketName(
  t: Word<'faultFigures'>,
  word: AnyWord,
  language: Language,
  grouping: Grouping,
  { key, words, profile }: Pick<FigureBucket, 'key' | 'words' | 'profile'>,
  profiles: number,
): string {
  if (key === unnamed.other) return t('bucket.other');
  if (key === unnamed.none)
    return t(grouping === 'tier' ? 'bucket.noneTier' : grouping === 'satisfaction' ? 'bucket.noneSatisfaction' : 'bucket.none');
  if (grouping === 'day') return key.slice(5).length > 2 ? key.slice(5) : key;
  if (grouping === 'hour') return t('bucket.hour', { hour: key });
  if (grouping === 'subsystem') return word(`devices:subsystem.${key}`);
  if (grouping === 'satisfaction') return word(`faults:satisfaction.${key}`);
  if (grouping === 'firstTime') return t(`bucket.${key as 'yes'}`);
  const name = words?.[language] ?? key;
  return profile !== undefined && profiles > 1 ? `${profile} ${name}` : name;
}

/** {@link bucketName} in the reader's language. */
export function useBucketName() {
  const t = useWords('faultFigures');
  const word = useAnyWord();
  const language = useLanguage();
  return (grouping: Grouping, bucket: Pick<FigureBucket, 'key' | 'words' | 'profile'>, profiles = 1) =>
    bucketName(t, word, language, grouping, bucket, profiles);
}
