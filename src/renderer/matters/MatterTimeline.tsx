import { Button } from '@mantine/core';
import { useState } from 'react';
import { matters } from '../../shared/matters/contract';
import type { MatterMoment, MatterRecord } from '../../shared/matters/record';
import { minute } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { Moment, Said, Timeline } from '../widgets/Timeline';
import styles from './Matters.module.css';
import { momentLines, momentTitle } from './moment-words';

/** Who did what, when, at which station; the newest first. A relay whose receipt nobody confirmed says so. */
export function MatterTimeline({ matter }: { matter: MatterRecord }) {
  const t = useWords('matters');
  const mayConfirm = useMay(matters.confirmReceipt);
  const confirmed = new Set(matter.timeline.flatMap(({ verb, relay }) => (verb === 'confirmReceipt' && relay ? [relay] : [])));
  const waits = ({ verb, entry, confirmedBy }: MatterMoment) => verb === 'relay' && !confirmedBy && !confirmed.has(entry);
  return (
    <Timeline>
      {matter.timeline.toReversed().map((moment) => (
        <Moment
          key={moment.entry}
          at={moment.at}
          did={momentTitle(t, moment)}
          by={
            <>
              {moment.author}
              {' · '}
              {t('moment.at', { letter: moment.letter })}
              {moment.happenedAt !== undefined && Math.abs(moment.at - moment.happenedAt) >= minute && (
                <>
                  {' · '}
                  {t('moment.told', { at: moment.happenedAt })}
                </>
              )}
            </>
          }
        >
          {momentLines(t, moment).map((line) => (
            <Said key={line}>{line}</Said>
          ))}
          {waits(moment) &&
            (mayConfirm ? <Confirm matter={matter} relay={moment.entry} /> : <div className={styles.quiet}>{t('moment.notReceived')}</div>)}
        </Moment>
      ))}
    </Timeline>
  );
}

function Confirm({ matter, relay }: { matter: MatterRecord; relay: string }) {
  const t = useWords('matters');
  const shell = useShell();
  const command = useCommand(matters.confirmReceipt);
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  if (!asking) {
    return (
      <div className={styles.row}>
        <span className={styles.quiet}>{t('moment.notReceived')}</span>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t('panel.confirm')}
        </Button>
      </div>
    );
  }
  const send = async () => {
    if (name.trim() === '') return;
    const answer = await command.send({ id: matter.id, relay, confirmedBy: name });
    if (answer.ok) shell.say(t('panel.doneStep', { number: matter.number, verb: t('verb.confirmReceipt') }));
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('verb.confirmReceipt')}
      actions={
        <Button type="submit" loading={command.busy}>
          {t('panel.confirm')}
        </Button>
      }
    >
      <TextField label={t('panel.confirmedBy')} value={name} onChange={setName} maxLength={40} required startHere />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
