import { NativeSelect } from '@mantine/core';
import { useAnyWord, useWords } from '../i18n/useWords';
import { TextField } from '../widgets/FormField';
import styles from './FirstRun.module.css';
import { type FirstRunDraft, stationFaults } from './first-run';
import { zonesToChoose } from './zones';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Who this station is. */
export function StationStep({
  draft,
  change,
  tried,
}: {
  draft: FirstRunDraft;
  change: (fields: Partial<FirstRunDraft>) => void;
  tried: boolean;
}) {
  const t = useWords('unit');
  const word = useAnyWord();
  const faults = tried ? stationFaults(draft) : {};
  const text = (field: keyof typeof faults) => (faults[field] ? word(faults[field].word) : undefined);
  return (
    <>
      <p className={styles.now}>{t('firstRun.station.now')}</p>
      <TextField
        label={t('firstRun.station.unit')}
        hint={t('firstRun.station.unitHint')}
        value={draft.unit}
        onChange={(unit) => change({ unit })}
        maxLength={60}
        required
        error={text('unit')}
      />
      <NativeSelect
        label={t('firstRun.station.letter')}
        description={t('firstRun.station.letterHint', { letter: draft.letter })}
        value={draft.letter}
        onChange={(event) => change({ letter: event.currentTarget.value })}
        data={letters}
        error={text('letter')}
        required
      />
      <NativeSelect
        label={t('firstRun.station.zone')}
        description={t('firstRun.station.zoneHint')}
        value={draft.zone}
        onChange={(event) => change({ zone: event.currentTarget.value })}
        data={zonesToChoose()}
        error={text('zone')}
        required
      />
    </>
  );
}
