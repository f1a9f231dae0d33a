import { Button } from '@mantine/core';
import { IconFlag, IconHome } from '@tabler/icons-react';
import { useState } from 'react';
import { occasionOf } from '../../shared/calendar/calendar';
import { calendar } from '../../shared/calendar/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './CalendarPage.module.css';
import { dayOf } from './year-days';

const weekdays = ['d7', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const;

/** One date: what it is, whether it demands the stronger watch, and marking it. */
export function DayPanel({ date }: { date: string }) {
  const t = useWords('calendar');
  const mayMark = useMay(calendar.mark);
  const year = useStation(calendar.year, { year: Number(date.slice(0, 4)) });
  if (!year.data) return <RefusalNote refusal={year.refusal} />;
  const { kind, arranged, mark } = dayOf(year.data, date);
  const occasion = occasionOf(year.data, date);
  const weekday = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'd1';
  return (
    <div className={styles.parts}>
      <div className={styles.line}>
        <strong>{t('day.title', { date, weekday: t(`weekdayNames.${weekday}`) })}</strong>
        <span>{arranged ? `${arranged.name} ${t(`arranged.${arranged.kind}`)}` : t(`kind.${kind}`)}</span>
        <span>
          {occasion === undefined ? (
            <StatusTag>{t('day.ordinary')}</StatusTag>
          ) : (
            <StatusTag urgency="blue" icon={mark ? IconFlag : IconHome}>
              {t('day.strong')}
            </StatusTag>
          )}
        </span>
        {mark && (
          <>
            <span>
              <span className={styles.quiet}>{t('day.strongBy')}</span> {mark.occasion}
            </span>
            {mark.reason !== '' && (
              <span>
                <span className={styles.quiet}>{t('day.basis')}</span> {mark.reason}
              </span>
            )}
            <span className={styles.quiet}>{t('day.markedBy', { author: mark.author, at: mark.at })}</span>
          </>
        )}
      </div>
      {mayMark && (mark ? <Unmark date={date} /> : <Mark date={date} />)}
    </div>
  );
}

function Mark({ date }: { date: string }) {
  const t = useWords('calendar');
  const shell = useShell();
  const command = useCommand(calendar.mark);
  const draft = useDraft(`calendar.mark ${date}`, { occasion: '', reason: '' });
  const [tried, setTried] = useState(false);
  const { occasion, reason } = draft.value;
  const submit = async () => {
    setTried(true);
    if (occasion.trim() === '') return;
    const answer = await command.send({ date, occasion, reason });
    if (!answer.ok) return;
    draft.discard();
    shell.say(t('day.marked', { date, occasion }));
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t('day.markTitle')}
      actions={
        <Button type="submit" loading={command.busy} leftSection={<IconFlag size="1.1rem" aria-hidden />}>
          {t('day.mark')}
        </Button>
      }
    >
      <TextField
        label={t('day.occasion')}
        hint={t('day.occasionHint')}
        value={occasion}
        onChange={(text) => draft.change({ occasion: text })}
        maxLength={60}
        required
        startHere
        error={tried && occasion.trim() === '' ? t('common:rules.required') : undefined}
      />
      <TextField
        label={t('day.basis')}
        hint={t('day.basisHint')}
        value={reason}
        onChange={(text) => draft.change({ reason: text })}
        maxLength={200}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}

function Unmark({ date }: { date: string }) {
  const t = useWords('calendar');
  const shell = useShell();
  const command = useCommand(calendar.unmark);
  const draft = useDraft(`calendar.unmark ${date}`, { reason: '' });
  const [tried, setTried] = useState(false);
  const { reason } = draft.value;
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const answer = await command.send({ date, reason });
    if (!answer.ok) return;
    draft.discard();
    shell.say(t('day.unmarked', { date }));
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t('day.unmarkTitle')}
      actions={
        <Button type="submit" variant="default" loading={command.busy}>
          {t('day.unmark')}
        </Button>
      }
    >
      <TextField
        label={t('day.unmarkReason')}
        value={reason}
        onChange={(text) => draft.change({ reason: text })}
        maxLength={200}
        required
        error={tried && reason.trim() === '' ? t('common:rules.required') : undefined}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
