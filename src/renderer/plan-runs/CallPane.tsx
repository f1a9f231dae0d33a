import { Button } from '@mantine/core';
import { useState } from 'react';
import type { callOutcomes } from '../../shared/plan-runs/events';
import { phoneForEyes } from '../../shared/people/phones';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useLanguage, useWords } from '../i18n/useWords';
import type { StationRefusal } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { useStartHere } from '../widgets/useStartHere';
import { ZoneTime } from '../widgets/ZoneTime';
import { arrivalMinutes, type CallLine } from './call-out-order';
import styles from './People.module.css';

/** What an answer still wants before it is logged: minutes, a reason, or a second look. */
export type Asking = 'reached' | 'refused' | 'arrived' | undefined;

export interface CallLog {
  outcome: (typeof callOutcomes)[number];
  minutes?: number | undefined;
  note?: string;
}

export interface CallPaneProps {
  run: RunRecord;
  line: CallLine;
  posts: string;
  may: boolean;
  asking: Asking;
  /** Whose call was refused, if one was. */
  failed: string;
  refusal: StationRefusal | undefined;
  onAsk: (asking: Asking) => void;
  onPress: (outcome: CallLog['outcome']) => void;
  onLog: (log: CallLog) => Promise<boolean>;
  onPost: (post: string) => void;
}

const verbs = [
  ['called', 'C'],
  ['noAnswer', 'N'],
  ['reached', 'R'],
  ['refused', 'F'],
  ['arrived', 'A'],
] as const;

/** The person being called: the phone to dial, what to say, and what came of it. */
export function CallPane({ run, line, posts, may, asking, failed, refusal, onAsk, onPress, onLog, onPost }: CallPaneProps) {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  const { called, standing } = line;
  const { person, outcome, at, note, calls } = called;
  const [post] = called.posts;
  return (
    <aside className={styles.pane} aria-label={person.name}>
      <header className={styles.paneHead}>
        <span className={styles.paneName}>{person.name}</span>
        <span className={styles.quiet}>{posts}</span>
      </header>
      <div className={person.phone ? styles.panePhone : styles.quiet}>
        {person.phone ? phoneForEyes(person.phone) : t('callOut.noPhone')}
      </div>
      {at !== undefined && (
        <div>
          <span className={styles.quiet}>{t('callOut.last')} </span>
          {t(`callOut.outcome.${outcome}`)} <ZoneTime at={at} relative />{' '}
          <span className={styles.quiet}>{t('callOut.state.calls', { n: calls })}</span>
          {note !== '' && <div className={styles.note}>{note}</div>}
        </div>
      )}
      {refusal && (
        <div>
          {failed && <strong>{t('callOut.failed', { name: failed })}</strong>}
          <RefusalNote refusal={refusal} />
        </div>
      )}
      {may && asking === undefined && (
        <div className={styles.verbs}>
          {verbs.map(([verb, key]) => (
            <button key={verb} type="button" className={styles.verb} onClick={() => onPress(verb)}>
              {t(`callOut.key.${verb}`)} <KeyHint keys={key} />
            </button>
          ))}
          <span className={styles.minutes}>
            <span className={styles.quiet}>{t('callOut.key.minutesGroup')}</span>
            {arrivalMinutes.map((minutes, i) => (
              <button key={minutes} type="button" className={styles.minute} onClick={() => void onLog({ outcome: 'reached', minutes })}>
                {minutes} <KeyHint keys={`${i + 1}`} />
              </button>
            ))}
          </span>
        </div>
      )}
      {asking !== undefined && <AskForm asking={asking} name={person.name} onLog={onLog} onBack={() => onAsk(undefined)} />}
      {standing === 'refused' && post !== undefined && (
        <div>
          <Button size="compact-md" variant="default" onClick={() => onPost(post)}>
            {t('callOut.replace')}
          </Button>
        </div>
      )}
      <div className={styles.script}>
        <div className={styles.quiet}>{t('callOut.script')}</div>
        <div>{run.callScript[language]}</div>
      </div>
    </aside>
  );
}

function AskForm({
  asking,
  name,
  onLog,
  onBack,
}: {
  asking: NonNullable<Asking>;
  name: string;
  onLog: CallPaneProps['onLog'];
  onBack: () => void;
}) {
  const t = useWords('planRunPeople');
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState<number>();
  const [tried, setTried] = useState(false);
  const sure = useStartHere<HTMLButtonElement>(asking === 'arrived');
  const missing = asking === 'refused' && text.trim() === '';
  const submit = () => {
    setTried(true);
    if (missing) return;
    if (asking === 'reached') void onLog({ outcome: 'reached', minutes });
    else void onLog({ outcome: asking, note: text.trim() });
  };
  return (
    // Esc steps back from whatever was asked.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.ask}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      <Form
        onSubmit={submit}
        label={t(`callOut.key.${asking}`)}
        actions={
          <>
            <Button ref={sure} type="submit" size="compact-md">
              {t(asking === 'arrived' ? 'callOut.arrivedYes' : `callOut.key.${asking}`)}
            </Button>
            <Button size="compact-md" variant="default" onClick={onBack}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        {asking === 'arrived' && <Notice urgency="amber">{t('callOut.arrivedAsk', { name })}</Notice>}
        {asking === 'reached' && (
          <TextField
            label={t('callOut.reachedIn')}
            value={minutes === undefined ? '' : `${minutes}`}
            onChange={(typed) => setMinutes(/^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)}
            maxLength={3}
            startHere
            aside={t('callOut.minutesUnit')}
            width="14rem"
          />
        )}
        {asking === 'refused' && (
          <TextField
            label={t('callOut.refusedWhy')}
            value={text}
            onChange={setText}
            maxLength={300}
            required
            startHere
            error={tried && missing ? t('common:rules.required') : undefined}
          />
        )}
      </Form>
    </div>
  );
}
