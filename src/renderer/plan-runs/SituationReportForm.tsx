import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { type ContentPart, missingContents, neededContents, type ReportContents } from '../../shared/reports/contents';
import { now as clockNow } from '../clock';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import styles from './Reporting.module.css';
import { levelNumerals, prefillOf, type PrefillWords, type ReportRule, stageOf } from './situation-prefill';

interface ReportDraft extends Omit<ReportContents, 'time'> {
  to: string;
  means: 'phone' | 'written';
  time: number | null;
  happenedAt: number | null;
}

const longParts = [
  ['nature', 1_000],
  ['scope', 1_000],
  ['trend', 1_000],
  ['measures', 2_000],
] as const;

/** The next report as the run tells it; whoever sends it reads it, mends it and records that it was sent. */
export function SituationReportForm({ run, rule, onDone }: { run: RunRecord; rule: ReportRule; onDone: () => void }) {
  const t = useWords('planRunPeople');
  const part = useWords('reports');
  const shell = useShell();
  const language = useLanguage();
  const report = useCommand(planRuns.report);
  const fieldError = useFieldErrors(report.refusal);
  const words = usePrefillWords(run.drill);
  const fresh = (): ReportDraft => {
    const contents = prefillOf(run, rule, clockNow(), words);
    return { ...contents, to: rule.sent.at(-1)?.to ?? rule.to[language], means: rule.means, happenedAt: null };
  };
  // As it was when the form was opened: what was read must not change while it is being read out.
  const [empty] = useState(fresh);
  const {
    value: draft,
    change,
    restored,
    discard,
  } = useDraft<ReportDraft>(`planRun:${run.id}.report.${rule.code}.${rule.sent.length}`, empty);
  const [tried, setTried] = useState<'first' | 'final'>();
  const stage = stageOf(rule, run.state);
  const { time, to, means, happenedAt, place, source, nature, scope, trend, measures } = draft;
  const contents = { place, source, nature, scope, trend, measures, ...(time === null ? {} : { time }) };
  const missing = tried === undefined ? [] : missingContents(tried, contents);
  const errorOf = (one: ContentPart) => (missing.includes(one) ? t('common:rules.required') : fieldError(`contents.${one}`));
  const needed = neededContents(stage === 'final' ? 'final' : 'first');

  const submit = async (as: typeof stage) => {
    const asked = as === 'final' ? 'final' : 'first';
    setTried(asked);
    report.clear();
    if (time === null || to.trim() === '' || missingContents(as, contents).length > 0) return;
    const answer = await report.send({
      id: run.id,
      report: rule.code,
      stage: as,
      to: to.trim(),
      means,
      ...(happenedAt === null ? {} : { happenedAt }),
      contents: { ...contents, time },
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('report.sentSaid', { name: rule.name[language], stage: t(`report.${as}`) }));
    onDone();
  };

  return (
    <div className={styles.box}>
      <Form
        onSubmit={() => void submit(stage)}
        busy={report.busy}
        label={t('report.form', { name: rule.name[language], stage: t(`report.${stage}`) })}
        actions={
          <>
            <Button type="submit" loading={report.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('report.send', { stage: t(`report.${stage}`) })}
            </Button>
            {stage === 'followUp' && (
              <Button variant="default" loading={report.busy} onClick={() => void submit('final')}>
                {t('report.finish')}
              </Button>
            )}
            <Button variant="default" onClick={() => change(fresh())}>
              {t('report.fill')}
            </Button>
            <Button variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        <h3 className={styles.heading}>
          {t('report.form', { name: rule.name[language], stage: t(`report.${stage}`) })}{' '}
          {stage === 'first' && <span className={styles.quiet}>{t('report.firstHint')}</span>}
        </h3>
        {restored !== undefined && <Notice>{t('report.restored', { at: restored })}</Notice>}
        <div className={styles.triple}>
          <TextField
            label={t('report.to')}
            value={to}
            onChange={(next) => change({ to: next })}
            maxLength={80}
            required
            startHere
            error={tried && to.trim() === '' ? t('common:rules.required') : fieldError('to')}
          />
          <ChoiceField
            label={t('report.means')}
            value={means}
            onChange={(next) => change({ means: next })}
            choices={(['phone', 'written'] as const).map((value) => ({ value, label: t(`report.meansOf.${value}`) }))}
          />
          <TimeInput
            label={t('report.reportedAt')}
            value={happenedAt ?? undefined}
            onChange={(at) => change({ happenedAt: at ?? null })}
            error={fieldError('happenedAt')}
          />
        </div>
        <div className={styles.triple}>
          <TextField
            label={part('part.place')}
            value={place}
            onChange={(next) => change({ place: next })}
            maxLength={200}
            required
            error={errorOf('place')}
          />
          <TextField
            label={part('part.source')}
            value={source}
            onChange={(next) => change({ source: next })}
            maxLength={200}
            required
            error={errorOf('source')}
          />
          <TimeInput
            label={part('part.time')}
            value={time ?? undefined}
            onChange={(at) => change({ time: at ?? null })}
            required
            error={errorOf('time')}
          />
        </div>
        {longParts.map(([one, longest]) => (
          <TextAreaField
            key={one}
            label={part(`part.${one}`)}
            value={draft[one]}
            onChange={(text) => change({ [one]: text })}
            maxLength={longest}
            rows={one === 'measures' ? 2 : 1}
            required={needed.includes(one)}
            error={errorOf(one)}
          />
        ))}
        <RefusalNote refusal={report.refusal} />
      </Form>
    </div>
  );
}

function usePrefillWords(drill: boolean): PrefillWords {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  return {
    language,
    level: (level) => levelNumerals[level],
    everywhere: () => t('report.everywhere'),
    source: (number) => t('report.source', { number }),
    nature: (facts) => t(drill ? 'report.natureDrill' : 'report.nature', facts).trim(),
    trend: (facts) => t('report.trend', facts),
    faults: (all, open) => t('report.scopeFaults', { all, open }),
    people: (all, arrived) => t('report.people', { all, arrived }),
    step: (at, what) => t('report.measures', { at, what }),
    nothing: () => t('report.nothing'),
  };
}
