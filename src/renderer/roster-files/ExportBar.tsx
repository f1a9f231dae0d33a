import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconCalendarDown, IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { rosterFiles } from '../../shared/roster-files/contract';
import { dateAfter } from '../../shared/roster/pattern';
import { dateIn } from '../../shared/time';
import { now } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { refusalOf, type StationRefusal, useAsk, useSaveFile, useStation, useZone } from '../station';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './RosterFilesPage.module.css';

/** A month of the roster as a spreadsheet, or as the calendar of one person. */
export function ExportBar({ month: first }: { month: string | undefined }) {
  const t = useWords('rosterFiles');
  const shell = useShell();
  const ask = useAsk();
  const save = useSaveFile();
  const zone = useZone();
  const [month, setMonth] = useState(() => first ?? dateIn(zone, now()).slice(0, 7));
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState<'spreadsheet' | 'calendar'>();
  const [refusal, setRefusal] = useState<StationRefusal>();
  const [failed, setFailed] = useState(false);
  const span = spanOf(month);
  const people =
    useStation(rosterFiles.people, span ?? { first: '2026-01-01', last: '2026-01-01' }, { enabled: span !== undefined }).data ?? [];
  const person = people.find((one) => keyOf(one) === chosen);

  const give = async (kind: 'spreadsheet' | 'calendar') => {
    if (!span || busy) return;
    setBusy(kind);
    setRefusal(undefined);
    setFailed(false);
    try {
      const file =
        kind === 'spreadsheet'
          ? await ask(rosterFiles.spreadsheet, span)
          : person &&
            (await ask(rosterFiles.calendarOfPerson, { ...span, person: { ...(person.id ? { id: person.id } : {}), name: person.name } }));
      if (file) {
        const outcome = await save({ name: file.name, content: file.content });
        setFailed(outcome === 'failed');
        if (outcome === 'saved') shell.say(t('out.saved', { name: file.name }));
      }
    } catch (thrown) {
      setRefusal(refusalOf(thrown, rosterFiles.spreadsheet.name));
    }
    setBusy(undefined);
  };

  return (
    <div className={styles.export}>
      <div className={styles.exportRow}>
        <strong>{t('out.title')}</strong>
        <TextInput
          aria-label={t('out.month')}
          placeholder={t('out.monthHint')}
          value={month}
          maxLength={7}
          w="7.5rem"
          error={span === undefined ? t('out.monthInvalid') : undefined}
          onChange={(event) => setMonth(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconTableExport size="1.15rem" aria-hidden />}
          disabled={span === undefined}
          loading={busy === 'spreadsheet'}
          onClick={() => void give('spreadsheet')}
        >
          {t('out.spreadsheet')}
        </Button>
        <NativeSelect
          aria-label={t('out.person')}
          value={person ? chosen : ''}
          w="17rem"
          data={[
            { value: '', label: people.length === 0 ? t('out.nobody') : t('out.personNone') },
            ...people.map((one) => ({ value: keyOf(one), label: t('out.personOf', { name: one.name, n: one.shifts }) })),
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button
          variant="default"
          leftSection={<IconCalendarDown size="1.15rem" aria-hidden />}
          disabled={span === undefined || person === undefined}
          loading={busy === 'calendar'}
          onClick={() => void give('calendar')}
        >
          {t('out.calendar')}
        </Button>
      </div>
      {failed && <Notice urgency="amber">{t('out.failed')}</Notice>}
      <RefusalNote refusal={refusal} />
    </div>
  );
}

function keyOf({ id, name }: { id?: string | undefined; name: string }): string {
  return id ?? `name ${name}`;
}

function spanOf(month: string): { first: string; last: string } | undefined {
  if (!/^20\d\d-(0[1-9]|1[0-2])$/u.test(month.trim())) return undefined;
  const first = `${month.trim()}-01`;
  return { first, last: dateAfter(`${dateAfter(first, 31).slice(0, 7)}-01`, -1) };
}
