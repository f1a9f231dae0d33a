import { IconClockPause } from '@tabler/icons-react';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { StatusTag } from './StatusTag';
import { ageInWords } from './words-of-age';

/** Says that what is shown is not proven any more, and how old it is. Renders nothing while it is fresh. */
export function StaleMark({ stale, since }: { stale: boolean; since: number }) {
  return stale ? <Mark since={since} /> : null;
}

function Mark({ since }: { since: number }) {
  const t = useWords('common');
  const now = useNow(1000);
  return (
    <StatusTag urgency="stale" icon={IconClockPause}>
      {since === 0 ? t('staleNow') : t('stale', { age: ageInWords(t, now - since) })}
    </StatusTag>
  );
}
