import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './End.module.css';
import { LessonList } from './LessonsOfPlan';

/** Lessons of a run, each with the edit of the plan that it asks for. */
export function LessonsBox({ run, over }: { run: RunRecord; over: boolean }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  useScreenKeys(over && !open ? [{ key: 'L', label: t('ending.keys.lesson'), run: () => setOpen(true) }] : []);
  const steps = new Map(run.stepList.map((step) => [step.code, step.what[language]]));
  return (
    <Panel
      title={t('ending.lessons.title')}
      aside={
        over &&
        !open && (
          <Button size="compact-sm" variant="default" rightSection={<KeyHint keys="L" />} onClick={() => setOpen(true)}>
            {t('ending.lessons.add')}
          </Button>
        )
      }
    >
      {run.lessons.length === 0 && !open && <p className={styles.quiet}>{t(over ? 'ending.lessons.none' : 'ending.lessons.afterEnd')}</p>}
      <LessonList lessons={run.lessons.map((lesson) => ({ key: lesson.entry, about: steps.get(lesson.step ?? ''), ...lesson }))} />
      {open && <LessonForm run={run} onDone={() => setOpen(false)} />}
    </Panel>
  );
}

function LessonForm({ run, onDone }: { run: RunRecord; onDone: () => void }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const save = useCommand(planRuns.noteLesson);
  const errorOf = useFieldErrors(save.refusal);
  const { value, change, restored, discard } = useDraft(`planRun:${run.id}.lesson`, { text: '', step: '', proposal: '' });
  const submit = async () => {
    if (value.text.trim() === '') return;
    const { text, step, proposal } = value;
    const answer = await save.send({ id: run.id, text, proposal, ...(step === '' ? {} : { step }) });
    if (!answer.ok) return;
    discard();
    shell.say(t('ending.lessons.saved'));
    onDone();
  };
  const choices = run.stepList.map(({ code, what }, at) => ({ value: code, label: `${at + 1} ${what[language].slice(0, 60)}` }));
  return (
    <Form
      onSubmit={() => void submit()}
      busy={save.busy}
      label={t('ending.lessons.add')}
      actions={
        <>
          <Button type="submit" loading={save.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('ending.lessons.save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      {restored !== undefined && <Notice>{t('ending.restored', { at: restored })}</Notice>}
      <TextAreaField
        label={t('ending.lessons.text')}
        value={value.text}
        onChange={(text) => change({ text })}
        maxLength={2_000}
        rows={2}
        required
        startHere
        error={errorOf('text')}
      />
      <ChoiceField
        label={t('ending.lessons.step')}
        value={value.step}
        onChange={(step) => change({ step })}
        choices={[{ value: '', label: t('ending.lessons.noStep') }, ...choices]}
        error={errorOf('step')}
      />
      <TextAreaField
        label={t('ending.lessons.proposal')}
        hint={t('ending.lessons.proposalHint')}
        value={value.proposal}
        onChange={(proposal) => change({ proposal })}
        maxLength={2_000}
        rows={2}
        error={errorOf('proposal')}
      />
      <RefusalNote refusal={save.refusal} />
    </Form>
  );
}
