import { useLanguage, useWords } from '../i18n/useWords';
import type { Draft } from '../drafts';
import { ConfirmInline } from '../widgets/ConfirmInline';
import type { PlanDraft } from './plan-draft';
import { PlanEditor } from './PlanEditor';
import styles from './PlansPage.module.css';

/** A plan that came in as a file and that this station did not know: edited until it is submitted. */
export function NewPlan({ draft, onEnd }: { draft: Draft<PlanDraft>; onEnd: (code?: string) => void }) {
  const t = useWords('plans');
  const language = useLanguage();
  const { plan } = draft.value;
  if (!plan) return null;
  const end = (code?: string) => {
    draft.discard();
    onEnd(code);
  };
  return (
    <div className={styles.main}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title}>{t('edit.newTitle', { name: plan.name[language] })}</h2>
          <p className={styles.quiet}>{t('edit.now')}</p>
        </div>
        <div className={styles.actions}>
          <ConfirmInline label={t('edit.discard')} question={t('edit.discardAsk')} onConfirm={() => (end(), true)} />
        </div>
      </div>
      <PlanEditor card={undefined} plan={plan} draft={draft} onSubmitted={end} />
    </div>
  );
}
