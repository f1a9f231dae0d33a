import type { FaultCluster } from '../../shared/faults/contract';
import type { Word } from '../i18n/useWords';
import { ageInWords } from '../widgets/words-of-age';

/** Within how long they were reported: `90 秒内`. */
export function spanInWords(
  t: Word<'faults'>,
  common: Word<'common'>,
  { firstAt, lastAt }: Pick<FaultCluster, 'firstAt' | 'lastAt'>,
): string {
  const length = Math.max(1_000, lastAt - firstAt);
  // Up to two minutes seconds say it better.
  const words = length < 120_000 ? common('age.seconds', { n: Math.ceil(length / 1_000) }) : ageInWords(common, length);
  return t('cluster.within', { span: words });
}
