import { Button } from '@mantine/core';
import { IconCheck, IconCircleCheck, IconFlame, IconUsersGroup } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { phoneForEyes } from '../../shared/people/phones';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import type { PersonReference } from '../../shared/references';
import { second } from '../../shared/time';
import { useNow } from '../clock';
import { useWords, type Word } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Form } from '../widgets/Form';
import { NumberField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { keyOfPerson } from './call-out-order';
import styles from './People.module.css';
import { answerCounts, inRollOrder, isOpen, longTime, type RollCallOf } from './roll-call-order';

const usualMinutes = 10;

/** The roll call (点名): so many minutes for everybody to answer, one key per answer, and who is silent when they are over. */
export function RollCall({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const now = useNow(second);
  const [last, ...earlier] = run.rollCalls;
  const open = last !== undefined && isOpen(last, now);
  return (
    <div className={styles.rollCall}>
      {!open && <StartForm run={run} last={last} />}
      {last && <Answers key={last.id} run={run} rollCall={last} now={now} />}
      {earlier.length > 0 && (
        <section>
          <h3 className={styles.groupName}>{t('rollCall.history')}</h3>
          <ul className={styles.plainList}>
            {earlier.map((one) => {
              const silent = one.people.filter(({ answer }) => answer === 'silent').map(({ person }) => person.name);
              return (
                <li key={one.id}>
                  <ZoneTime at={one.startedAt} /> {one.by} · {t('rollCall.counts', answerCounts(one))}
                  {silent.length > 0 && (
                    <span className={styles.quiet}>
                      {' '}
                      {t('rollCall.silentNow', { n: silent.length, names: silent.join(t('common:separator')) })}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

function StartForm({ run, last }: { run: RunRecord; last: RollCallOf | undefined }) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const may = useMay(planRuns.startRollCall) && run.may.run;
  const start = useCommand(planRuns.startRollCall);
  const [minutes, setMinutes] = useState<number | undefined>(usualMinutes);
  const asked = run.callOut.filter(({ outcome }) => outcome !== 'refused').length;
  const silent = last?.people.filter(({ answer }) => answer === 'silent').map(({ person }) => person) ?? [];
  const begin = async (people: PersonReference[]) => {
    if (minutes === undefined) return;
    const answer = await start.send({ id: run.id, minutes, people });
    if (answer.ok) shell.say(t('rollCall.started', { n: minutes }));
  };
  const able = may && asked > 0;
  useScreenKeys(able ? [{ key: 'S', label: t('rollCall.start'), run: () => void begin([]) }] : []);
  if (asked === 0) {
    return (
      <EmptyState icon={IconUsersGroup} title={t('view.rollCall')}>
        {t('rollCall.nobody')}
      </EmptyState>
    );
  }
  if (!able) return null;
  return (
    <div className={styles.start}>
      <Form onSubmit={() => void begin([])} busy={start.busy} label={t('rollCall.start')}>
        <div className={styles.startLine}>
          <NumberField
            label={t('rollCall.minutes')}
            value={minutes}
            onChange={setMinutes}
            min={1}
            max={120}
            unit={t('callOut.minutesUnit')}
            width="9rem"
            required
            error={minutes === undefined ? t('common:rules.required') : undefined}
          />
          <Button type="submit" loading={start.busy} rightSection={<KeyHint keys="S" />}>
            {t(last ? 'rollCall.again' : 'rollCall.start')}
          </Button>
          {silent.length > 0 && (
            <Button variant="default" loading={start.busy} onClick={() => void begin(silent)}>
              {t('rollCall.againSilent', { n: silent.length })}
            </Button>
          )}
          <span className={styles.quiet}>{t('rollCall.people', { n: asked })}</span>
        </div>
        <RefusalNote refusal={start.refusal} />
      </Form>
    </div>
  );
}

/** The roll call under way, or the last one: a later answer counts, so that a wrong key is put right by the other one. */
function Answers({ run, rollCall, now }: { run: RunRecord; rollCall: RollCallOf; now: number }) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const may = useMay(planRuns.answerRollCall) && run.may.run;
  const answer = useCommand(planRuns.answerRollCall);
  const [wanted, setChosen] = useState(() =>
    keyOfPerson((rollCall.people.find((one) => one.answer === 'silent') ?? rollCall.people[0])?.person ?? { name: '' }),
  );
  const [why, setWhy] = useState(false);
  const over = now > rollCall.closesAt;
  const lines = inRollOrder(rollCall, now);
  const at = lines.findIndex(({ person }) => keyOfPerson(person) === wanted);
  const line = lines[at];
  const choose = (next: number) => {
    const other = lines[Math.min(lines.length - 1, Math.max(0, next))];
    setWhy(false);
    if (other) setChosen(keyOfPerson(other.person));
  };
  const say = async (present: boolean, note = '') => {
    if (!line) return;
    setWhy(false);
    // On to the next who has not answered.
    const next = [...lines.slice(at + 1), ...lines.slice(0, at)].find((one) => one.answer === 'silent');
    if (next) setChosen(keyOfPerson(next.person));
    const { person } = line;
    const sent = await answer.send({
      id: run.id,
      rollCall: rollCall.id,
      person,
      present,
      note: present ? '' : note || t('rollCall.absentNote'),
    });
    if (sent.ok) shell.say(t('rollCall.answer', { name: person.name, answer: t(present ? 'rollCall.present' : 'rollCall.absent') }));
    else setChosen(keyOfPerson(person));
  };
  useScreenKeys([
    { key: 'ArrowDown', label: t('callOut.key.down'), inBar: false, run: () => choose(at + 1) },
    { key: 'ArrowUp', label: t('callOut.key.up'), inBar: false, run: () => choose(at - 1) },
    ...(may && line && !why
      ? [
          { key: 'P', label: t('rollCall.keyPresent'), run: () => void say(true) },
          { key: 'X', label: t('rollCall.keyAbsent'), run: () => void say(false) },
          { key: 'Z', label: t('rollCall.whyKey'), run: () => setWhy(true) },
        ]
      : []),
  ]);
  const pick = useCallback((key: string) => {
    setWhy(false);
    setChosen(key);
  }, []);
  return (
    <section className={styles.answers} aria-label={t('view.rollCall')}>
      <div className={styles.rollHead}>
        <Timer rollCall={rollCall} now={now} />
        {may && line && !why && (
          <div className={styles.rollVerbs}>
            <strong className={styles.rollWho}>{line.person.name}</strong>
            <button type="button" className={styles.small} onClick={() => void say(true)}>
              {t('rollCall.keyPresent')} <KeyHint keys="P" />
            </button>
            <button type="button" className={styles.small} onClick={() => void say(false)}>
              {t('rollCall.keyAbsent')} <KeyHint keys="X" />
            </button>
            <button type="button" className={styles.small} onClick={() => setWhy(true)}>
              {t('rollCall.whyKey')} <KeyHint keys="Z" />
            </button>
          </div>
        )}
        {line && why && <WhyForm name={line.person.name} onSay={(text) => void say(false, text)} onBack={() => setWhy(false)} />}
        <RefusalNote refusal={answer.refusal} />
      </div>
      <ul className={styles.answerList}>
        {lines.map(({ person, answer: given, at: answeredAt, note }) => {
          const key = keyOfPerson(person);
          return (
            <RollLine
              key={key}
              t={t}
              id={key}
              chosen={key === wanted}
              urgent={over && given === 'silent'}
              name={person.name}
              phone={person.phone}
              given={given}
              at={answeredAt}
              note={note}
              onChoose={pick}
            />
          );
        })}
      </ul>
    </section>
  );
}

function Timer({ rollCall, now }: { rollCall: RollCallOf; now: number }) {
  const t = useWords('planRunPeople');
  const counts = answerCounts(rollCall);
  const over = now > rollCall.closesAt;
  const done = counts.silent === 0;
  const urgency = done ? 'calm' : over ? 'red' : rollCall.closesAt - now < (rollCall.closesAt - rollCall.startedAt) / 4 ? 'amber' : 'calm';
  const Icon = done ? IconCircleCheck : over ? IconFlame : IconUsersGroup;
  return (
    <div className={styles.timer} data-urgency={urgency} role="timer" aria-label={t('view.rollCall')}>
      <Icon size="1.75rem" stroke={1.8} aria-hidden />
      {!done && !over && <span className={styles.timerTime}>{longTime(rollCall.closesAt - now)}</span>}
      <span className={styles.timerWords}>
        <strong>{t(done ? 'rollCall.done' : over ? 'rollCall.over' : 'rollCall.running')}</strong>
        <span>{t('rollCall.counts', counts)}</span>
      </span>
      <span className={styles.timerFacts}>
        <span>{t('rollCall.since', { at: rollCall.startedAt, by: rollCall.by })}</span>
        <span>{t('rollCall.closes', { at: rollCall.closesAt })}</span>
      </span>
    </div>
  );
}

interface RollLineProps {
  t: Word<'planRunPeople'>;
  id: string;
  chosen: boolean;
  urgent: boolean;
  name: string;
  phone: string | undefined;
  given: 'present' | 'absent' | 'silent';
  at: number | undefined;
  note: string;
  onChoose: (id: string) => void;
}

const RollLine = memo(function RollLine({ t, id, chosen, urgent, name, phone, given, at, note, onChoose }: RollLineProps) {
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={own} className={styles.rollLine}>
      <button type="button" className={styles.rollName} aria-current={chosen || undefined} onClick={() => onChoose(id)}>
        <strong>{name}</strong>
        <span className={styles.quiet}>{phone ? phoneForEyes(phone) : ''}</span>
        {given === 'present' ? (
          <span className={styles.rollPresent}>
            <IconCheck size="1.05em" aria-hidden /> {t('rollCall.present')}
          </span>
        ) : (
          <StatusTag urgency={urgent ? 'red' : given === 'absent' ? 'amber' : 'plain'}>{t(`rollCall.${given}`)}</StatusTag>
        )}
        <span className={styles.rollNote} title={note}>
          {at !== undefined && <ZoneTime at={at} />} {note}
        </span>
      </button>
    </li>
  );
});

function WhyForm({ name, onSay, onBack }: { name: string; onSay: (text: string) => void; onBack: () => void }) {
  const t = useWords('planRunPeople');
  const [text, setText] = useState('');
  return (
    <Form onSubmit={() => (text.trim() === '' ? onBack() : onSay(text.trim()))} label={t('rollCall.why')}>
      <div className={styles.startLine}>
        <TextField label={`${name} · ${t('rollCall.why')}`} value={text} onChange={setText} maxLength={300} startHere width="24rem" />
        <Button type="submit" size="compact-md">
          {t('rollCall.absent')}
        </Button>
        <Button size="compact-md" variant="default" onClick={onBack}>
          {t('common:back')}
        </Button>
      </div>
    </Form>
  );
}
