import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { handover } from '../../shared/handover/contract';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { HandoverScreen } from './HandoverScreen';

/**
 * The handover to be done now, or, under its own address, one of the past. Once it is open it stays: the third signature
 * makes the next shift the one that is due, and must not sweep away what was just signed.
 */
export function HandoverPage() {
  const t = useWords('handover');
  const { date, shift } = useParams({ strict: false }) as { date?: string; shift?: string };
  const asked = date && shift ? `${date}/${shift}` : undefined;
  const [pinned, setPinned] = useState<string>();
  const key = asked ?? pinned;
  const due = useStation(handover.one, {}, { enabled: key === undefined });
  const one = useStation(handover.one, { shift: key }, { enabled: key !== undefined });
  if (key === undefined && due.data) setPinned(due.data.shift.key);
  // Until the pinned one has answered for itself, what brought it here is shown.
  const view = one.data || due.data?.shift.key !== key ? one : due;
  if (!view.data) {
    return (
      <Page title={t('title')}>
        <RefusalNote refusal={view.refusal ?? due.refusal} />
      </Page>
    );
  }
  return (
    <HandoverScreen
      key={view.data.shift.key}
      view={view.data}
      stale={view.stale}
      since={view.since}
      past={asked !== undefined}
      onPresent={() => setPinned(undefined)}
    />
  );
}
