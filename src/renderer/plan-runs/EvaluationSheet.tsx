import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './End.module.css';

/** The evaluation sheet of a drill: points and a remark for every item, one after the other with Tab. */
export function EvaluationSheet({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const may = useMay(planRuns.evaluate) && run.state !== 'reviewed';
  const save = useCommand(planRuns.evaluate);
  const [tried, setTried] = useState(false);
  const { value, change } = useDraft(`planRun:${run.id}.evaluation`, {
    given: Object.fromEntries(run.evaluation.map(({ code, given }) => [code, given === undefined ? '' : String(given)])),
    remark: Object.fromEntries(run.evaluation.map(({ code, remark }) => [code, remark])),
    summary: run.evaluationSummary,
  });
  const pointsOf = (code: string) => {
    const typed = value.given[code]?.trim() ?? '';
    return /^\d{1,3}$/u.test(typed) ? Number(typed) : undefined;
  };
  const sum = run.evaluation.reduce((all, { code }) => all + (pointsOf(code) ?? 0), 0);
  const most = run.evaluation.reduce((all, { points }) => all + points, 0);
  const missing = run.evaluation.some(({ code }) => pointsOf(code) === undefined);
  const submit = async () => {
    setTried(true);
    if (missing) return;
    const points = run.evaluation.map(({ code }) => ({ code, given: pointsOf(code) ?? 0, remark: value.remark[code] ?? '' }));
    const answer = await save.send({ id: run.id, points, summary: value.summary });
    if (answer.ok) shell.say(t('ending.evaluation.saved', { given: sum, points: most }));
  };
  return (
    <Panel
      title={t('ending.evaluation.title')}
      aside={run.evaluator !== undefined && <span className={styles.quiet}>{t('ending.evaluation.by', { name: run.evaluator })}</span>}
    >
      {run.evaluation.length === 0 ? (
        <p className={styles.quiet}>{t('ending.evaluation.none')}</p>
      ) : (
        <Form
          onSubmit={() => void submit()}
          busy={save.busy}
          label={t('ending.evaluation.title')}
          actions={
            may && (
              <Button type="submit" loading={save.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
                {t('ending.evaluation.save')}
              </Button>
            )
          }
        >
          <table className={styles.table}>
            <thead>
              <tr>
                <th>{t('ending.evaluation.item')}</th>
                <th className={styles.points}>{t('ending.evaluation.given')}</th>
                <th>{t('ending.evaluation.remark')}</th>
              </tr>
            </thead>
            <tbody>
              {run.evaluation.map(({ code, item, points }) => {
                const given = pointsOf(code);
                return (
                  <tr key={code}>
                    <td>{item[language]}</td>
                    <td className={styles.points}>
                      <input
                        className={styles.cellInput}
                        inputMode="numeric"
                        size={3}
                        value={value.given[code] ?? ''}
                        disabled={!may}
                        aria-label={item[language]}
                        aria-invalid={(tried && given === undefined) || (given ?? 0) > points}
                        onChange={(event) => change({ given: { ...value.given, [code]: event.currentTarget.value } })}
                      />
                      <span className={styles.quiet}>/ {points}</span>
                    </td>
                    <td>
                      {may ? (
                        <input
                          className={styles.cellInput}
                          value={value.remark[code] ?? ''}
                          maxLength={500}
                          aria-label={`${t('ending.evaluation.remark')} ${item[language]}`}
                          onChange={(event) => change({ remark: { ...value.remark, [code]: event.currentTarget.value } })}
                        />
                      ) : (
                        (value.remark[code] ?? '')
                      )}
                    </td>
                  </tr>
                );
              })}
              <tr>
                <th>{t('ending.evaluation.sum')}</th>
                <th className={styles.points}>
                  {sum} / {most}
                </th>
                <th>{tried && missing && t('ending.evaluation.missing')}</th>
              </tr>
            </tbody>
          </table>
          <TextAreaField
            label={t('ending.evaluation.summary')}
            value={value.summary}
            onChange={(summary) => change({ summary })}
            maxLength={2_000}
            rows={2}
            disabled={!may}
          />
          <RefusalNote refusal={save.refusal} />
        </Form>
      )}
    </Panel>
  );
}
