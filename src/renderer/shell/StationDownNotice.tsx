import { useEffect, useState } from 'react';
import { useWords } from '../i18n/useWords';
import { useStationState } from '../station';
import { Notice } from '../widgets/Notice';

/** A restart that takes no longer than this is not worth a line that moves the screen. */
const bearable = 700;

/** The station process is being restarted: calm, since nothing is lost. */
export function StationDownNotice() {
  return useStationState() === 'down' ? <LongDown /> : null;
}

function LongDown() {
  const t = useWords('shell');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), bearable);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return null;
  return (
    <Notice urgency="amber" title={t('down.title')}>
      {t('down.kept')}
    </Notice>
  );
}
