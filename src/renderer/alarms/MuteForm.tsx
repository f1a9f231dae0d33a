import { Button } from '@mantine/core';
import { alarms } from '../../shared/alarms/contract';
import { muteMinutes } from '../../shared/alarms/events';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useMay, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './Alarms.module.css';
import { useMute } from './useAlarms';

type Minutes = `${(typeof muteMinutes)[number]}`;

/** The sounds of this desk: on, or muted for a while, with who, when and why. */
export function MuteForm() {
  const t = useWords('alarms');
  const shell = useShell();
  const mayMute = useMay(alarms.mute);
  const mute = useCommand(alarms.mute);
  const unmute = useCommand(alarms.unmute);
  const fieldError = useFieldErrors(mute.refusal);
  const muted = useMute();
  const recent = useStation(alarms.desk, {}).data?.recent ?? [];
  const { value: draft, change, discard } = useDraft('alarms.mute', { minutes: '15' as Minutes, reason: '' });
  const former = recent.filter(({ id }) => id !== muted?.id).slice(0, 3);

  const submit = async () => {
    const answer = await mute.send({ minutes: Number(draft.minutes) as (typeof muteMinutes)[number], reason: draft.reason });
    if (!answer.ok) return;
    discard();
    shell.say(t('mute.done', { until: answer.value.until }));
  };
  const end = async () => {
    const answer = await unmute.send({});
    if (answer.ok) shell.say(t('mute.ended'));
  };

  return (
    <section className={styles.mute} aria-label={t('mute.title')}>
      <h3 className={styles.heading}>{t('mute.title')}</h3>
      {muted ? (
        <Notice
          urgency="amber"
          title={t('mute.muted', { author: muted.author, at: muted.at, until: muted.until, reason: muted.reason })}
          actions={
            <Button size="compact-sm" variant="default" loading={unmute.busy} onClick={() => void end()}>
              {t('mute.end')}
            </Button>
          }
        >
          {t('mute.stillShown')}
        </Notice>
      ) : (
        <p className={styles.rule}>{t('mute.on')}</p>
      )}
      <RefusalNote refusal={unmute.refusal} />
      {!muted && mayMute && (
        <Form
          onSubmit={() => void submit()}
          busy={mute.busy}
          label={t('mute.title')}
          actions={
            <Button type="submit" variant="default" loading={mute.busy}>
              {t('mute.submit')}
            </Button>
          }
        >
          <div className={styles.pair}>
            <ChoiceField
              label={t('mute.minutes')}
              value={draft.minutes}
              onChange={(minutes) => change({ minutes })}
              choices={muteMinutes.map((n) => ({ value: `${n}` as Minutes, label: t('mute.for', { n }) }))}
            />
            <TextField
              label={t('mute.reason')}
              value={draft.reason}
              onChange={(reason) => change({ reason })}
              maxLength={200}
              required
              error={fieldError('reason')}
            />
          </div>
          <RefusalNote refusal={mute.refusal} />
        </Form>
      )}
      {former.length > 0 && (
        <>
          <h4 className={styles.small}>{t('mute.recent')}</h4>
          <ul className={styles.former}>
            {former.map(({ id, at, author, minutes, reason, endedAt, endedBy }) => (
              <li key={id}>
                {endedAt === undefined
                  ? t('mute.line', { at, author, n: minutes, reason })
                  : t('mute.lineEnded', { at, author, by: endedBy, end: endedAt, reason })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
