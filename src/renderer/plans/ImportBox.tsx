import { Button } from '@mantine/core';
import type { OutputOf } from '../../shared/contract';
import type { plans } from '../../shared/plans/contract';
import type { PlanTemplate } from '../../shared/plans/template';
import { pathOf } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useAnyWord, useLanguage, useWords } from '../i18n/useWords';
import { Notice } from '../widgets/Notice';
import { Panel } from '../widgets/Panel';

/** A file that was chosen, and what reading it gave. */
export interface ImportedFile {
  name: string;
  read: OutputOf<typeof plans.importFile> | 'tooLarge' | 'unread';
}

export interface ImportBoxProps {
  file: ImportedFile;
  onTake: (plan: PlanTemplate, newest: string | undefined) => void;
  onLeave: () => void;
}

/** What a file holds: a plan that can be taken as a draft, or every place that is wrong; nothing of it is taken by halves. */
export function ImportBox({ file: { name, read }, onTake, onLeave }: ImportBoxProps) {
  const t = useWords('plans');
  const any = useAnyWord();
  const language = useLanguage();
  const leave = (
    <Button variant="default" onClick={onLeave}>
      {t('importing.leave')}
    </Button>
  );
  if (typeof read === 'string') {
    return (
      <Notice urgency="amber" actions={leave}>
        {t(`importing.${read}`)}
      </Notice>
    );
  }
  const { plan, problems, newest } = read;
  if (!plan) {
    const place = (path: string) =>
      pathOf(path)
        .map((step) => (typeof step === 'number' ? `${step + 1}` : any(`plans:part.${step}`, { defaultValue: step })))
        .join(' · ');
    return (
      <Panel title={t('importing.title', { file: name })} aside={leave}>
        <Notice urgency="amber">{t('importing.broken', { count: problems.length })}</Notice>
        <ul className={styles.changes}>
          {problems.map(({ path, rule, words, params }) => {
            const what = [words[language], params.keys].filter(Boolean).join(' · ');
            return <li key={`${path} ${rule}`}>{path === '' ? what : t('edit.problemAt', { where: `${place(path)} (${path})`, what })}</li>;
          })}
        </ul>
      </Panel>
    );
  }
  const steps = plan.phases.reduce((sum, phase) => sum + phase.steps.length, 0);
  return (
    <Panel title={t('importing.title', { file: name })}>
      <div className={styles.stack}>
        <div>{t('importing.ready', { name: plan.name[language], steps })}</div>
        <div className={styles.quiet}>{t(newest === undefined ? 'importing.asNew' : 'importing.asEdit')}</div>
        <div className={styles.row}>
          <Button onClick={() => onTake(plan, newest)}>{t('importing.take')}</Button>
          {leave}
        </div>
      </div>
    </Panel>
  );
}
