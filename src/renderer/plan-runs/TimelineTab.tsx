import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { outcomeInWords, runWords } from '../../shared/plan-runs/plain-words';
import type { RunMoment, RunRecord } from '../../shared/plan-runs/record';
import { dateTimeIn, minute } from '../../shared/time';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useZone } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import styles from './End.module.css';
import { holdsWords, isOfKind, type TimelineKind, timelineKinds } from './timeline-kinds';

/** Everything said in a run, the newest first: narrowed down by kind, found by words. Rows are plain, for a run has a thousand. */
export function TimelineTab({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const zone = useZone();
  const [kind, setKind] = useState<TimelineKind>('all');
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const noteField = useRef<HTMLInputElement>(null);
  useScreenKeys([
    { key: '/', label: t('timelineTab.keys.find'), run: () => box.current?.focus() },
    { key: 'N', label: t('timelineTab.keys.note'), run: () => noteField.current?.focus() },
    ...timelineKinds.map((one, at) => ({
      key: String(at),
      label: t('timelineTab.keys.kind', { kind: t(`timelineTab.kinds.${one}`) }),
      run: () => setKind(one),
    })),
  ]);
  const lines = useMemo(() => run.timeline.map((moment) => lineOf(moment, language, zone)), [run.timeline, language, zone]);
  const ofKind = lines.filter(({ moment }) => isOfKind(moment, kind));
  const shown = ofKind.filter(({ all }) => holdsWords(all, typed));
  return (
    <div className={styles.timelineTab}>
      <div className={styles.timelineBar}>
        <div className={styles.kinds} role="group" aria-label={t('timelineTab.label')}>
          {timelineKinds.map((one, at) => (
            <button
              key={one}
              type="button"
              className={styles.kind}
              aria-pressed={one === kind}
              title={String(at)}
              onClick={() => setKind(one)}
            >
              {t(`timelineTab.kinds.${one}`)}
            </button>
          ))}
        </div>
        <SearchBox ref={box} value={typed} onChange={setTyped} label={t('timelineTab.find')} keys="/" width="18rem" />
        <span className={styles.quiet}>{t('timelineTab.shown', { n: shown.length, all: lines.length })}</span>
      </div>
      <NoteLine run={run} field={noteField} />
      {shown.length === 0 ? (
        <EmptyState title={t('timelineTab.none')}>{typed !== '' && t('timelineTab.noneFound')}</EmptyState>
      ) : (
        <ol className={styles.moments}>
          {shown.map(({ moment, time, verb, subject, text }) => (
            <li key={moment.entry} className={styles.moment}>
              <time className={styles.momentAt}>{time}</time>
              <span className={styles.momentVerb}>{verb}</span>
              <span className={styles.momentWhat}>
                {subject !== '' && <span>{subject}</span>}
                {text !== '' && <span className={styles.momentText}>{text}</span>}
              </span>
              <span className={styles.momentBy}>
                {moment.author === '' ? t('timelineTab.byStation') : t('timelineTab.by', { name: moment.author, letter: moment.letter })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function lineOf(moment: RunMoment, language: 'zh' | 'en', zone: string) {
  const words = runWords[language];
  const subject = typeof moment.subject === 'string' ? moment.subject : moment.subject[language];
  // Written down as it happened: the time stands in front already.
  const happened = moment.time === undefined || Math.abs(moment.time - moment.at) < minute ? '' : dateTimeIn(zone, moment.time);
  const text = [outcomeInWords(moment, words), happened, moment.text].filter((part) => part !== '').join(' · ');
  const time = dateTimeIn(zone, moment.at, true).slice(5);
  const verb = words.verb[moment.verb];
  return { moment, time, verb, subject, text, all: [time, verb, subject, text, moment.author].join(' ') };
}

function NoteLine({ run, field }: { run: RunRecord; field: React.RefObject<HTMLInputElement | null> }) {
  const t = useWords('planRuns');
  const shell = useShell();
  const note = useCommand(planRuns.note);
  const { value, change, discard } = useDraft(`planRun:${run.id}.note`, { text: '' });
  const submit = async () => {
    const text = value.text.trim();
    if (text === '') return;
    const answer = await note.send({ id: run.id, text });
    if (!answer.ok) return;
    discard();
    shell.say(t('timelineTab.saved'));
  };
  return (
    <Form onSubmit={() => void submit()} busy={note.busy} label={t('timelineTab.add')}>
      <div className={styles.noteLine}>
        <TextField ref={field} label={t('timelineTab.note')} value={value.text} onChange={(text) => change({ text })} maxLength={2_000} />
        <Button type="submit" variant="default" loading={note.busy} rightSection={<KeyHint keys="Enter" />}>
          {t('timelineTab.save')}
        </Button>
      </div>
      <RefusalNote refusal={note.refusal} />
    </Form>
  );
}
