import { Button } from '@mantine/core';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useMay } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './End.module.css';
import { openRun } from './open';
import { reviewBars } from './review-bars';

/** The review closes the run; what still bars it is named, each with the way there. */
export function ReviewBox({ run, over }: { run: RunRecord; over: boolean }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const may = useMay(planRuns.review);
  const { kitOut, reportsOwed } = reviewBars(run);
  const barred = kitOut.length + reportsOwed.length > 0;
  return (
    <Panel title={t('ending.review.title')}>
      {run.review && (
        <>
          <p className={styles.said}>{run.review.text}</p>
          <p className={styles.quiet}>{t('ending.review.done', run.review)}</p>
        </>
      )}
      {!over && <p className={styles.quiet}>{t('ending.review.afterEnd')}</p>}
      {over && !run.review && barred && (
        <Notice urgency="amber" title={t('ending.review.bars')}>
          <ul className={styles.bars}>
            {kitOut.map(({ code, name, unit, issued, returned }) => (
              <li key={code}>
                {t('ending.review.kitOut', { name: name[language], n: issued - returned, unit: unit[language] })}
                <Button size="compact-xs" variant="default" onClick={() => openRun(shell, run, 'kit')}>
                  {t('ending.review.goKit')}
                </Button>
              </li>
            ))}
            {reportsOwed.map(({ code, name }) => (
              <li key={code}>
                {t('ending.review.reportOwed', { name: name[language] })}
                <Button size="compact-xs" variant="default" onClick={() => openRun(shell, run, 'reports')}>
                  {t('ending.review.goReports')}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {over && run.state === 'ended' && may && <ReviewForm run={run} barred={barred} />}
    </Panel>
  );
}

function ReviewForm({ run, barred }: { run: RunRecord; barred: boolean }) {
  const t = useWords('planRuns');
  const shell = useShell();
  const save = useCommand(planRuns.review);
  const errorOf = useFieldErrors(save.refusal);
  const { value, change, restored, discard } = useDraft(`planRun:${run.id}.review`, { summary: '' });
  const submit = async () => {
    if (value.summary.trim() === '') return;
    const answer = await save.send({ id: run.id, summary: value.summary });
    if (!answer.ok) return;
    discard();
    shell.say(t('ending.review.saved'));
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={save.busy}
      label={t('ending.review.title')}
      actions={
        <Button
          type="submit"
          loading={save.busy}
          disabled={barred || value.summary.trim() === ''}
          rightSection={<KeyHint keys="Ctrl+Enter" />}
        >
          {t('ending.review.save')}
        </Button>
      }
    >
      {restored !== undefined && <Notice>{t('ending.restored', { at: restored })}</Notice>}
      <TextAreaField
        label={t('ending.review.summary')}
        value={value.summary}
        onChange={(summary) => change({ summary })}
        maxLength={4_000}
        rows={3}
        required
        error={errorOf('summary')}
      />
      <RefusalNote refusal={save.refusal} />
    </Form>
  );
}
