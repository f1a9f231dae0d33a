import { IconCircleCheck, IconHourglassEmpty } from '@tabler/icons-react';
import { useWords } from '../i18n/useWords';
import { Notice } from '../widgets/Notice';
import { StatusTag } from '../widgets/StatusTag';
import { useFits } from './content-hash';

/** Says whether what is shown still is what was signed: by the station's own count and by the window's. */
export function Soundness({ content, hash, sound }: { content: unknown; hash: string; sound: boolean }) {
  const t = useWords('dutyRecord');
  const fits = useFits(content, hash);
  if (!sound || fits === false) {
    return (
      <Notice urgency="red" title={t('signed.unsound')}>
        {t('signed.unsoundNow')}
      </Notice>
    );
  }
  return (
    <div>
      <StatusTag icon={fits ? IconCircleCheck : IconHourglassEmpty}>{t(fits ? 'signed.sound' : 'signed.checking')}</StatusTag>
    </div>
  );
}
