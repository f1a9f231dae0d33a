import { Button } from '@mantine/core';
import { planComparison, saysTheSame } from '../../shared/plans/comparison';
import { type PlanCard, plans, type WholePlan } from '../../shared/plans/contract';
import { pathOf } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { placeInPlan } from './comparison-words';
import { ComparisonView } from './ComparisonView';
import { usePlanEditing } from './editing';

export interface SubmitEditorProps {
  card: PlanCard | undefined;
  /** The version the draft began from; undefined where there is none, or until it came. */
  before: WholePlan | undefined;
  basedOn: string;
  isCopy: boolean;
  reason: string;
  onReason: (reason: string) => void;
  onSubmitted: (code: string) => void;
}

/** What is wrong, what changes, and submitting it. */
export function SubmitEditor({ card, before, basedOn, isCopy, reason, onReason, onSubmitted }: SubmitEditorProps) {
  const { plan, words, problems } = usePlanEditing();
  const t = useWords('plans');
  const any = useAnyWord();
  const shell = useShell();
  const submit = useCommand(plans.submit);
  const newest = card?.versions.find(({ version }) => version === card.newest);
  const isOld = !isCopy && card !== undefined && card.newest !== basedOn;
  const isSame = before !== undefined && saysTheSame(planComparison(before.plan, plan));
  const ready = problems.length === 0 && !isSame && !isOld && reason.trim() !== '';
  const send = async () => {
    if (!ready) return;
    const answer = await submit.send({ template: plan, ...(basedOn === '' ? {} : { basedOn }), reason });
    if (!answer.ok) return;
    shell.say(t('edit.submitted', { number: answer.value.number }));
    onSubmitted(plan.code);
  };
  return (
    <div className={styles.column}>
      {isOld && newest && <Notice urgency="amber">{t('edit.newerThere', { number: newest.number, author: newest.author })}</Notice>}
      {problems.length === 0 ? (
        <Notice>{t('edit.noProblems')}</Notice>
      ) : (
        <Panel title={t('edit.problems', { count: problems.length })}>
          <ul className={styles.changes}>
            {problems.map(({ path, rule, words: sentence }) => (
              <li key={`${path} ${rule}`}>
                {t('edit.problemAt', { where: placeInPlan(pathOf(path), [plan], { t, any, words }), what: words.say(sentence) })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {before && (
        <ComparisonView
          before={before.plan}
          after={plan}
          title={
            isCopy
              ? t('edit.copyChanges', { number: before.number, name: words.say(before.plan.name) })
              : t('edit.changes', { number: before.number })
          }
        />
      )}
      <Panel>
        <Form
          onSubmit={() => void send()}
          busy={submit.busy}
          label={t('edit.send')}
          actions={
            <Button type="submit" disabled={!ready} loading={submit.busy}>
              {t('edit.send')}
            </Button>
          }
        >
          <TextField label={t('edit.reason')} value={reason} onChange={onReason} maxLength={500} required width="36rem" />
          <RefusalNote refusal={submit.refusal} />
        </Form>
      </Panel>
    </div>
  );
}
