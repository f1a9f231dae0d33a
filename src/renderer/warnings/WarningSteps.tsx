import { Button } from '@mantine/core';
import { useState } from 'react';
import { means } from '../../shared/matters/means';
import { reportDuties } from '../../shared/warnings/contents';
import { warnings } from '../../shared/warnings/contract';
import { type WarningKind, type WarningLevel, warningKinds, warningLevels } from '../../shared/warnings/levels';
import type { WarningRecord } from '../../shared/warnings/record';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useFieldErrors, useMay } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { ContentsFields } from './ContentsFields';
import { IssuerFields, useIssuer } from './IssuerFields';
import { openPublish } from './open-forms';
import { type ContentsDraft, contentsOf, emptyContents, emptyPublish, issuerOf, missingIn } from './publish-draft';
import styles from './Warnings.module.css';

type Step = 'report' | 'changeLevel' | 'lift' | 'correct' | 'void' | 'dismiss' | 'publish';

function possibleSteps({ outcome, publishedAt }: WarningRecord): Step[] {
  if (outcome === 'sign') return ['report', 'publish', 'dismiss'];
  if (outcome === 'inForce') return ['report', 'changeLevel', 'lift', 'correct', 'void'];
  return publishedAt !== undefined && outcome === 'lifted' ? ['report', 'correct', 'void'] : [];
}

/** The steps of a warning: one key each, the likeliest first. */
export function WarningSteps({ warning }: { warning: WarningRecord }) {
  const t = useWords('warnings');
  const shell = useShell();
  const mayDecide = useMay(warnings.lift);
  const mayReport = useMay(warnings.report);
  const [chosen, setChosen] = useState<Step>();
  const possible = possibleSteps(warning).filter((step) => (step === 'report' ? mayReport : mayDecide));
  const choose = (step: Step) => {
    if (step !== 'publish') return setChosen(step);
    openPublish(shell, { id: warning.id, draft: { ...emptyPublish, ...(warning.contents ?? emptyContents) } });
  };
  useScreenKeys(possible.map((step, at) => ({ key: `Alt+${at + 1}`, label: t(`verb.${step}`), run: () => choose(step) })));
  if (possible.length === 0) return null;
  const step = chosen && possible.includes(chosen) ? chosen : undefined;
  const done = () => setChosen(undefined);
  return (
    <section className={styles.box}>
      <div className={styles.steps}>
        {possible.map((one, at) => (
          <Button
            key={one}
            variant={one === step || (step === undefined && at === 0) ? 'filled' : 'default'}
            size="compact-md"
            rightSection={<KeyHint keys={`Alt+${at + 1}`} />}
            onClick={() => choose(one)}
          >
            {t(`verb.${one}`)}
          </Button>
        ))}
      </div>
      {step && (
        <div className={styles.under}>
          {step === 'report' && <ReportForm key={step} warning={warning} onDone={done} />}
          {step !== 'report' && step !== 'publish' && <DecisionForm key={step} warning={warning} step={step} onDone={done} />}
        </div>
      )}
    </section>
  );
}

interface DecisionDraft extends ContentsDraft {
  reason: string;
  level: WarningLevel;
  kind: WarningKind;
  happenedAt: number | null;
}

function DecisionForm({
  warning,
  step,
  onDone,
}: {
  warning: WarningRecord;
  step: Exclude<Step, 'report' | 'publish'>;
  onDone: () => void;
}) {
  const t = useWords('warnings');
  const shell = useShell();
  const commands = {
    changeLevel: useCommand(warnings.changeLevel),
    lift: useCommand(warnings.lift),
    correct: useCommand(warnings.correct),
    void: useCommand(warnings.void),
    dismiss: useCommand(warnings.dismiss),
  };
  const command = commands[step];
  const fieldError = useFieldErrors(command.refusal);
  const { level: present = 'IV', kind = 'warning' } = warning;
  const {
    value: draft,
    change,
    discard,
  } = useDraft<DecisionDraft>(`warnings.${step}:${warning.id}`, {
    ...(warning.contents ?? emptyContents),
    reason: '',
    level: present,
    kind,
    happenedAt: null,
  });
  const [issuer, setIssuer] = useIssuer();
  const [tried, setTried] = useState(false);
  const lacksReason = draft.reason.trim() === '';

  const submit = async () => {
    setTried(true);
    const by = issuerOf(issuer);
    if (!by || lacksReason || (step === 'correct' && missingIn(draft).length > 0)) return;
    const said = {
      id: warning.id,
      issuer: by,
      reason: draft.reason.trim(),
      ...(draft.happenedAt === null ? {} : { happenedAt: draft.happenedAt }),
    };
    const answer =
      step === 'changeLevel'
        ? await commands.changeLevel.send({ ...said, level: draft.level, kind: draft.kind })
        : step === 'correct'
          ? await commands.correct.send({ ...said, contents: contentsOf(draft) })
          : await commands[step].send(said);
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.done', { verb: t(`verb.${step}`) }));
    onDone();
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t(`verb.${step}`)}
      actions={
        <>
          <Button type="submit" loading={command.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t(`verb.${step}`)}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      {step === 'changeLevel' && (
        <div className={styles.pair}>
          <ChoiceField
            label={t('fact.level')}
            value={draft.level}
            onChange={(level) => change({ level })}
            choices={warningLevels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          />
          <ChoiceField
            label={t('fact.kind')}
            value={draft.kind}
            onChange={(next) => change({ kind: next })}
            choices={warningKinds.map((one) => ({ value: one, label: t(`kindHint.${one}`) }))}
          />
        </div>
      )}
      {step === 'correct' && <ContentsFields value={draft} change={change} tried={tried} fieldError={fieldError} />}
      <TextAreaField
        label={t('fact.reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        maxLength={400}
        rows={1}
        required
        startHere
        error={tried && lacksReason ? t('common:rules.required') : fieldError('reason')}
      />
      <IssuerFields
        value={issuer}
        onChange={setIssuer}
        levels={step === 'changeLevel' ? [present, draft.level] : [present]}
        tried={tried}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}

function ReportForm({ warning, onDone }: { warning: WarningRecord; onDone: () => void }) {
  const t = useWords('warnings');
  const matters = useWords('matters');
  const shell = useShell();
  const report = useCommand(warnings.report);
  const fieldError = useFieldErrors(report.refusal);
  const due = warning.clocks.find(({ standing }) => standing === 'running' || standing === 'over');
  const {
    value: draft,
    change,
    discard,
  } = useDraft(`warnings.report:${warning.id}`, {
    duty: due?.duty ?? 'leadingGroup',
    to: nobody,
    means: 'phone' as (typeof means)[number],
    happenedAt: null as number | null,
    note: '',
  });
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    const to = referenceOf(draft.to);
    if (!to) return;
    const { duty, means: by, happenedAt, note } = draft;
    const answer = await report.send({
      id: warning.id,
      duty,
      to,
      means: by,
      note: note.trim(),
      ...(happenedAt === null ? {} : { happenedAt }),
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.done', { verb: t('verb.report') }));
    onDone();
  };
  return (
    <Form
      onSubmit={() => void submit()}
      busy={report.busy}
      label={t('verb.report')}
      actions={
        <>
          <Button type="submit" loading={report.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('report.submit')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <ChoiceField
          label={t('report.duty')}
          value={draft.duty}
          onChange={(duty) => change({ duty })}
          choices={reportDuties.map((duty) => ({ value: duty, label: t(`duty.${duty}`) }))}
        />
        <PersonField
          label={t('report.to')}
          value={draft.to}
          onChange={(to) => change({ to })}
          required
          startHere
          error={tried && draft.to.name.trim() === '' ? t('common:rules.required') : fieldError('to.name')}
        />
      </div>
      <div className={styles.pair}>
        <ChoiceField
          label={t('report.means')}
          value={draft.means}
          onChange={(by) => change({ means: by })}
          choices={means.map((one) => ({ value: one, label: matters(`means.${one}`) }))}
        />
        <TimeInput
          label={t('report.at')}
          value={draft.happenedAt ?? undefined}
          onChange={(at) => change({ happenedAt: at ?? null })}
          error={fieldError('happenedAt')}
        />
      </div>
      <TextAreaField label={t('report.note')} value={draft.note} onChange={(note) => change({ note })} maxLength={1_000} rows={1} />
      <RefusalNote refusal={report.refusal} />
    </Form>
  );
}
