import { Button } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconCircleMinus, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { faults } from '../../shared/faults/contract';
import type { FaultRecord, GuideLine } from '../../shared/faults/record';
import type { FaultVerb } from '../../shared/faults/states';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useWords, type Word } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './Guide.module.css';
import type { NamedProfile } from './useProfile';

/** The step of the fault that ticks a line by itself. */
const tickedBy: Partial<Record<string, FaultVerb>> = {
  accepted: 'accept',
  dispatched: 'dispatch',
  acknowledged: 'acknowledge',
  departed: 'depart',
  onSite: 'arrive',
  diagnosed: 'diagnose',
  repaired: 'repair',
  verified: 'verify',
  confirmed: 'confirm',
  substituteLent: 'lend',
  fedBack: 'feedBack',
  analysed: 'analyse',
  sheetFiled: 'fileSheet',
};

export interface GuideProps {
  fault: FaultRecord;
  named: NamedProfile;
  /** Only these steps, and nothing of those that are done. */
  only?: readonly GuideLine[];
}

/** What the profile leads the officer through (处置步骤): the next open step first; one key ticks it, or it is set aside with a reason. */
export function Guide({ fault, named, only }: GuideProps) {
  const t = useWords('faults');
  const shell = useShell();
  const now = useNow(minute / 4);
  const may = useMay(faults.guide);
  const command = useCommand(faults.guide);
  const lines = only ?? fault.guide;
  const [writing, setWriting] = useState<string>();
  const verbOf = (step: string) => {
    const doneBy = named.profile?.classes
      .flatMap(({ code, guide }) => (code === fault.class ? guide : []))
      .find(({ code }) => code === step)?.doneBy;
    return doneBy === undefined ? undefined : tickedBy[doneBy];
  };
  const open = lines.filter(({ standing, from }) => standing === 'open' && from <= now);
  const later = lines.filter(({ standing, from }) => standing === 'open' && from > now);
  const done = lines.filter(({ standing }) => standing !== 'open');
  const first = open.find(({ step }) => verbOf(step) === undefined);
  const tick = async (line: GuideLine) => {
    if (command.busy) return;
    // What the contract wants put down is asked for first.
    if (line.records?.length) {
      setWriting(line.step);
      return;
    }
    const answer = await command.send({ id: fault.id, step: line.step, done: true });
    if (answer.ok) shell.say(t('guide.said', { text: named.say(line.text) }));
  };
  useScreenKeys(may && first ? [{ key: 'Alt+G', label: t('guide.key'), run: () => void tick(first) }] : []);
  if (lines.length === 0) return null;
  return (
    <div>
      <ol className={styles.steps}>
        {[...open, ...later].map((line) => (
          <OpenStep
            key={line.step}
            line={line}
            fault={fault}
            named={named}
            verb={verbOf(line.step)}
            first={line === first}
            later={line.from > now}
            may={may}
            writing={writing === line.step}
            onTick={() => void tick(line)}
            onWritten={() => setWriting(undefined)}
          />
        ))}
      </ol>
      <RefusalNote refusal={command.refusal} />
      {!only && done.length > 0 && (
        <details open={open.length + later.length === 0}>
          <summary className={styles.summary}>{t('guide.doneCount', { n: done.length })}</summary>
          <ol className={styles.steps}>
            {done.map((line) => (
              <li key={line.step} className={styles.step} data-done>
                <span className={styles.sign}>
                  {line.standing === 'done' ? <IconCircleCheck size="1.1rem" aria-hidden /> : <IconCircleMinus size="1.1rem" aria-hidden />}
                </span>
                <span>
                  <div>{named.say(line.text)}</div>
                  <div className={styles.quiet}>
                    {line.standing === 'setAside'
                      ? t('guide.asideAt', { name: line.doneBy ?? '', at: line.at, note: line.note ?? '' })
                      : t(line.doneBy ? 'guide.doneAt' : 'guide.doneAuto', { name: line.doneBy ?? '', at: line.at })}
                  </div>
                  {line.standing === 'done' && line.note && <div className={styles.note}>{line.note}</div>}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

interface OpenStepProps {
  line: GuideLine;
  fault: FaultRecord;
  named: NamedProfile;
  verb: FaultVerb | undefined;
  first: boolean;
  later: boolean;
  may: boolean;
  /** What must be put down is being typed. */
  writing: boolean;
  onTick: () => void;
  onWritten: () => void;
}

function OpenStep({ line, fault, named, verb, first, later, may, writing, onTick, onWritten }: OpenStepProps) {
  const t = useWords('faults');
  const [aside, setAside] = useState(false);
  const who =
    line.by === 'holder' ? t('guide.holder') : typeof line.by === 'object' ? named.tierName(line.by.tier) : t(`common:roles.${line.by}`);
  const about = [
    who,
    line.needed && t('guide.needed'),
    verb && t('guide.auto', { verb: t(`verb.${verb}`) }),
    line.every !== undefined && t('guide.every', { time: everyWords(t, line.every) }),
    line.at !== undefined && t('guide.last', { name: line.doneBy ?? '', at: line.at }),
    later && t('guide.from', { at: line.from }),
  ];
  return (
    <li className={styles.step} data-first={first || undefined} data-later={later || undefined}>
      <span className={styles.sign}>{later ? <IconClock size="1.1rem" aria-hidden /> : <IconCircle size="1.1rem" aria-hidden />}</span>
      <span className={styles.text}>
        <div>{named.say(line.text)}</div>
        <div className={styles.quiet}>{about.filter(Boolean).join(' · ')}</div>
      </span>
      {may && (
        <span className={styles.actions}>
          {verb === undefined && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={onTick}
              aria-label={`${t('guide.done')} ${named.say(line.text)}`}
              {...(first ? { rightSection: <KeyHint keys="Alt+G" /> } : {})}
            >
              {t('guide.done')}
            </Button>
          )}
          {!aside && !writing && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={`${t('guide.setAside')} ${named.say(line.text)}`}
              onClick={() => setAside(true)}
            >
              {t('guide.setAside')}
            </Button>
          )}
        </span>
      )}
      {aside && (
        <div className={styles.aside}>
          <SetAside line={line} fault={fault} named={named} onDone={() => setAside(false)} />
        </div>
      )}
      {writing && !aside && (
        <div className={styles.aside}>
          <PutDown line={line} fault={fault} named={named} onDone={onWritten} />
        </div>
      )}
    </li>
  );
}

/** `30min` as a contract writes it → 30分钟. */
function everyWords(t: Word<'faults'>, duration: string): string {
  const match = /^(\d+)(min|h|d)$/u.exec(duration);
  return match ? t(`guide.duration.${match[2] as 'min' | 'h' | 'd'}`, { n: match[1] }) : duration;
}

/** What the contract wants put down when a step is done: a field for each, kept as lines of its note. */
function PutDown({ line, fault, named, onDone }: Pick<OpenStepProps, 'line' | 'fault' | 'named'> & { onDone: () => void }) {
  const t = useWords('faults');
  const shell = useShell();
  const command = useCommand(faults.guide);
  const records = line.records ?? [];
  const { value, change, discard } = useDraft(`faults.guide.${line.step}.records:${fault.id}`, { values: [] as string[] });
  const [tried, setTried] = useState(false);
  const values = records.map((_, i) => (value.values[i] ?? '').trim());
  const send = async () => {
    setTried(true);
    if (values.includes('') || command.busy) return;
    const note = records.map((name, i) => t('guide.record', { name: named.say(name), value: values[i] })).join('\n');
    const answer = await command.send({ id: fault.id, step: line.step, done: true, note });
    if (!answer.ok) return;
    discard();
    shell.say(t('guide.said', { text: named.say(line.text) }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('guide.done')}
      actions={
        <>
          <Button type="submit" size="compact-md" loading={command.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('guide.done')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      {records.map((name, i) => (
        <TextAreaField
          key={name.zh}
          label={named.say(name)}
          value={value.values[i] ?? ''}
          onChange={(next) => change({ values: records.map((_, at) => (at === i ? next : (value.values[at] ?? ''))) })}
          rows={1}
          maxLength={200}
          required
          error={tried && values[i] === '' ? t('common:rules.required') : undefined}
          startHere={i === 0}
        />
      ))}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}

function SetAside({ line, fault, named, onDone }: Pick<OpenStepProps, 'line' | 'fault' | 'named'> & { onDone: () => void }) {
  const t = useWords('faults');
  const shell = useShell();
  const command = useCommand(faults.guide);
  const { value, change, discard } = useDraft(`faults.guide.${line.step}:${fault.id}`, { note: '' });
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (value.note.trim() === '' || command.busy) return;
    const answer = await command.send({ id: fault.id, step: line.step, done: false, note: value.note.trim() });
    if (!answer.ok) return;
    discard();
    shell.say(t('guide.saidAside', { text: named.say(line.text) }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('guide.setAside')}
      actions={
        <>
          <Button type="submit" size="compact-md" loading={command.busy}>
            {t('guide.setAside')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      <TextAreaField
        label={t('guide.setAsideReason')}
        value={value.note}
        onChange={(note) => change({ note })}
        rows={1}
        maxLength={1_000}
        required
        error={tried && value.note.trim() === '' ? t('common:rules.required') : undefined}
        startHere
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
