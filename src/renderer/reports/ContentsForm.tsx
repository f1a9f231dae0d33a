import { Button } from '@mantine/core';
import { useState } from 'react';
import { reports } from '../../shared/reports/contract';
import { matterLevels } from '../../shared/matters/level';
import { type ContentPart, missingContents, neededContents } from '../../shared/reports/contents';
import type { ReportRecord } from '../../shared/reports/record';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import styles from './Reports.module.css';
import type { SendDraft } from './send-draft';

const longParts = [
  ['nature', 1_000],
  ['scope', 1_000],
  ['trend', 1_000],
  ['measures', 2_000],
] as const;

/** The seven contents: sent as the next report, or as the final one, which needs them all. */
export function ContentsForm({ report, empty }: { report: ReportRecord; empty: SendDraft }) {
  const t = useWords('reports');
  const word = useWords('matters');
  const shell = useShell();
  const send = useCommand(reports.send);
  const finish = useCommand(reports.finish);
  const refusal = send.refusal ?? finish.refusal;
  const fieldError = useFieldErrors(refusal);
  const { value: draft, change, restored, discard } = useDraft(`report:${report.id}.send`, empty);
  const [tried, setTried] = useState<'first' | 'final'>();
  const stage = report.sent ? 'followUp' : 'first';
  const { time, level, nextAt, ...texts } = draft;
  const contents = { ...texts, ...(time === null ? {} : { time }) };
  const missing = tried === undefined ? [] : missingContents(tried, contents);
  const errorOf = (part: ContentPart) => (missing.includes(part) ? t('common:rules.required') : fieldError(`contents.${part}`));
  const required = (part: ContentPart) => neededContents('first').includes(part);

  const submit = async (last: boolean) => {
    setTried(last ? 'final' : 'first');
    send.clear();
    finish.clear();
    if (time === null || missingContents(last ? 'final' : 'first', contents).length > 0) return;
    const said = { id: report.id, contents: { ...texts, time }, level };
    const answer = last ? await finish.send(said) : await send.send({ ...said, nextAt });
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.sent', { number: report.number, stage: t(`stage.${last ? 'final' : stage}`) }));
  };

  return (
    <section className={styles.box} aria-label={t('panel.sendHeading')}>
      <h3 className={styles.heading}>
        {t('panel.sendHeading')} · {t(`stage.${stage}`)}
      </h3>
      <Form
        onSubmit={() => void submit(false)}
        busy={send.busy || finish.busy}
        label={t('panel.sendHeading')}
        actions={
          <>
            <Button type="submit" loading={send.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('panel.send', { stage: t(`stage.${stage}`) })}
            </Button>
            <Button variant="default" loading={finish.busy} onClick={() => void submit(true)}>
              {t('panel.finish')}
            </Button>
          </>
        }
      >
        {restored !== undefined && <Notice>{t('panel.restored', { at: restored })}</Notice>}
        {stage === 'first' && <div className={styles.quiet}>{t('panel.firstHint')}</div>}
        <div className={styles.pair}>
          <TimeInput
            label={t('part.time')}
            value={time ?? undefined}
            onChange={(at) => change({ time: at ?? null })}
            required
            error={errorOf('time')}
          />
          <ChoiceField
            label={word('level.label')}
            value={level}
            onChange={(next) => change({ level: next })}
            choices={matterLevels.map((value) => ({ value, label: word(`level.${value}`) }))}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={t('part.place')}
            value={draft.place}
            onChange={(place) => change({ place })}
            maxLength={200}
            required
            error={errorOf('place')}
          />
          <TextField
            label={t('part.source')}
            value={draft.source}
            onChange={(source) => change({ source })}
            maxLength={200}
            required
            error={errorOf('source')}
          />
        </div>
        {longParts.map(([part, longest]) => (
          <TextAreaField
            key={part}
            label={t(`part.${part}`)}
            value={draft[part]}
            onChange={(text) => change({ [part]: text })}
            maxLength={longest}
            rows={part === 'nature' || part === 'measures' ? 2 : 1}
            required={required(part)}
            error={errorOf(part)}
          />
        ))}
        <TimeInput
          label={t('panel.nextAt')}
          direction="future"
          value={nextAt ?? undefined}
          onChange={(at) => change({ nextAt: at ?? null })}
          error={fieldError('nextAt')}
        />
        <RefusalNote refusal={refusal} />
      </Form>
    </section>
  );
}
