import { IconAlertTriangle, IconCircleCheck, IconFlame, IconPencil } from '@tabler/icons-react';
import type { RecordOfShift } from '../../shared/duty-record/contract';
import { urgencyOfUnsigned } from '../../shared/handover/limits';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';

/** Signed, still to be signed, due, overdue, or altered after it was signed. */
export function RecordMark({ record, now }: { record: RecordOfShift; now: number }) {
  const t = useWords('dutyRecord');
  const { signed, owed, end } = record;
  if (signed && !signed.sound) {
    return (
      <StatusTag urgency="red" icon={IconFlame}>
        {t('card.unsound')}
      </StatusTag>
    );
  }
  if (signed) {
    return signed.contested ? (
      <StatusTag urgency="amber" icon={IconAlertTriangle}>
        {t('card.contested')}
      </StatusTag>
    ) : (
      <StatusTag icon={IconCircleCheck}>{t('card.signed')}</StatusTag>
    );
  }
  const urgency = owed ? urgencyOfUnsigned(end, now) : 'none';
  if (urgency === 'none') return <StatusTag icon={IconPencil}>{t('card.open')}</StatusTag>;
  return <StatusTag urgency={urgency}>{t(`card.${urgency}`)}</StatusTag>;
}
