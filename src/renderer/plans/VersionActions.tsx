import { Button } from '@mantine/core';
import { useState } from 'react';
import { type PlanCard, plans, type WholePlan } from '../../shared/plans/contract';
import { mayBePublished } from '../../shared/plans/version-state';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { RefusalNote } from '../widgets/RefusalNote';
import { DatedForm } from './DatedForm';
import styles from './PlansPage.module.css';

/** Publishing a version, looking through the one in force, withdrawing the plan: what the officer may do, as one row of buttons. */
export function VersionActions({ card, whole, name }: { card: PlanCard; whole: WholePlan; name: string }) {
  const t = useWords('plans');
  const shell = useShell();
  const publish = useCommand(plans.publish);
  const review = useCommand(plans.review);
  const withdraw = useCommand(plans.withdraw);
  const mayPublish = useMay(plans.publish) && mayBePublished(whole.state);
  const mayReview = useMay(plans.review) && whole.state === 'inForce';
  const mayWithdraw = useMay(plans.withdraw) && card.inForce !== undefined;
  const [form, setForm] = useState<'publish' | 'review'>();
  const { code, version, number } = whole;
  const common = { everyMonths: whole.plan.reviewEveryMonths, onCancel: () => setForm(undefined) };
  const send = async (reason: string, reviewDue: string) => {
    const answer =
      form === 'publish' ? await publish.send({ code, version, reason, reviewDue }) : await review.send({ code, note: reason, reviewDue });
    if (!answer.ok) return;
    shell.say(t(form === 'publish' ? 'action.published' : 'action.reviewed', { number, date: answer.value.reviewDue }));
    setForm(undefined);
  };
  if (!mayPublish && !mayReview && !mayWithdraw) return null;
  return (
    <>
      {form === undefined && (
        <div className={styles.verbs}>
          {mayPublish && <Button onClick={() => setForm('publish')}>{t('action.publish')}</Button>}
          {mayReview && (
            <Button variant="default" onClick={() => setForm('review')}>
              {t('action.review')}
            </Button>
          )}
          {mayWithdraw && (
            <ConfirmInline
              label={t('action.withdraw')}
              question={t('action.withdrawAsk')}
              reasonLabel={t('action.reason')}
              busy={withdraw.busy}
              onConfirm={async (reason) => {
                const answer = await withdraw.send({ code, reason });
                if (answer.ok) shell.say(t('action.withdrawnDone', { name }));
                return answer.ok;
              }}
            />
          )}
        </div>
      )}
      {form === 'publish' && mayPublish && (
        <div className={styles.whole}>
          <DatedForm
            {...common}
            label={t('action.publish')}
            question={t('action.publishAsk', { number })}
            reasonLabel={t('action.reason')}
            busy={publish.busy}
            refusal={publish.refusal}
            onSend={(reason, due) => void send(reason, due)}
          />
        </div>
      )}
      {form === 'review' && mayReview && (
        <div className={styles.whole}>
          <DatedForm
            {...common}
            label={t('action.review')}
            question={t('action.reviewAsk')}
            reasonLabel={t('action.reviewNote')}
            busy={review.busy}
            refusal={review.refusal}
            onSend={(reason, due) => void send(reason, due)}
          />
        </div>
      )}
      <RefusalNote refusal={withdraw.refusal} />
    </>
  );
}
