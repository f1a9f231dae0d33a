import type { PlanReporting } from '../../shared/plans/template';
import { AddButton, copyInList, freeCode, ProblemAt, RowVerbs, TimeField, useFormatEditing, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, NumberField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { usePlanEditing } from './editing';
import { LevelsField } from './LevelsField';
import { PlanTimeField } from './PlanTimeField';
import { PostField } from './PostField';

const blank = () => ({ zh: '', en: '' });

/** Situation reports, the evaluation sheet of a drill, annexes. */
export function RestEditor() {
  const { plan, words } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const newReport = (): PlanReporting => ({
    code: freeCode(plan.reporting, 'report'),
    name: blank(),
    by: plan.commander,
    to: blank(),
    means: 'phone',
    first: 'A+15min',
    every: '1h',
  });
  return (
    <div className={styles.column}>
      <Panel title={t('part.reporting')}>
        <div className={styles.stack}>
          {plan.reporting.map((one, i) => {
            const path = ['reporting', i];
            return (
              <div key={one.code} className={`${styles.line} ${styles.lines}`}>
                <WordsField path={[...path, 'name']} label={t('part.name')} />
                <WordsField path={[...path, 'to']} label={t('part.to')} />
                <div className={styles.row}>
                  <PostField path={[...path, 'by']} label={t('part.by')} />
                  <ChoiceField
                    label={t('part.means')}
                    value={one.means}
                    onChange={(next) => set([...path, 'means'], next)}
                    choices={(['phone', 'written'] as const).map((value) => ({ value, label: t(`means.${value}`) }))}
                    width="8rem"
                  />
                  <PlanTimeField path={[...path, 'first']} label={t('part.first')} />
                  <TimeField path={[...path, 'every']} label={t('part.every')} />
                  <RowVerbs list={['reporting']} at={i} name={words.say(one.name)} copyOf={copyInList(plan.reporting, 'report')} />
                </div>
                {plan.levels.length > 1 && <LevelsField path={[...path, 'levels']} />}
              </div>
            );
          })}
          <AddButton path={['reporting']} label={t('edit.addReport')} made={newReport} />
        </div>
      </Panel>
      <Panel title={t('part.annexes')}>
        <div className={styles.stack}>
          {plan.annexes.map((annex, i) => (
            <div key={annex.code} className={`${styles.line} ${styles.lines}`}>
              <div className={styles.row}>
                <div className={styles.wide}>
                  <WordsField path={['annexes', i, 'title']} label={t('part.title')} />
                </div>
                <RowVerbs list={['annexes']} at={i} name={words.say(annex.title)} copyOf={copyInList(plan.annexes, 'annex')} />
              </div>
              <WordsField path={['annexes', i, 'text']} label={t('part.text')} long />
            </div>
          ))}
          <AddButton
            path={['annexes']}
            label={t('edit.addAnnex')}
            made={() => ({ code: freeCode(plan.annexes, 'annex'), title: blank(), text: blank() })}
          />
        </div>
      </Panel>
      <Panel title={t('part.evaluation')}>
        <div className={styles.stack}>
          {plan.evaluation.map((one, i) => (
            <div key={one.code} className={`${styles.line} ${styles.lines}`}>
              <WordsField path={['evaluation', i, 'item']} label={`${t('part.item')} ${i + 1}`} long />
              <div className={styles.row}>
                <NumberField
                  label={t('part.points')}
                  value={one.points}
                  onChange={(next) => set(['evaluation', i, 'points'], next ?? null)}
                  min={1}
                  max={100}
                  width="7rem"
                />
                <RowVerbs list={['evaluation']} at={i} name={words.say(one.item)} copyOf={copyInList(plan.evaluation, 'item')} needed />
              </div>
              <ProblemAt path={['evaluation', i, 'points']} />
            </div>
          ))}
          <AddButton
            path={['evaluation']}
            label={t('edit.addItem')}
            made={() => ({ code: freeCode(plan.evaluation, 'item'), item: blank(), points: 10 })}
          />
        </div>
      </Panel>
    </div>
  );
}
