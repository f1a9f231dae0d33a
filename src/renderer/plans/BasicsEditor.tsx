import { subsystems } from '../../shared/devices/facts';
import { scenarios } from '../../shared/plans/scenarios';
import { TickField, useFormatEditing, useProblem, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, ChoicesField, NumberField, TextField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { usePlanEditing } from './editing';
import { PostField } from './PostField';

/** What the plan is called and for, who commands it, what it depends on. */
export function BasicsEditor({ isCopy }: { isCopy: boolean }) {
  const { plan, words } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const wrongCode = useProblem(['code']);
  return (
    <div className={styles.column}>
      <Panel>
        <div className={styles.stack}>
          {isCopy && (
            <TextField
              label={t('edit.code')}
              hint={t('edit.codeHint')}
              value={plan.code}
              onChange={(next) => set(['code'], next.trim())}
              maxLength={40}
              error={wrongCode}
              startHere
              width="20rem"
            />
          )}
          <WordsField path={['name']} label={t('part.name')} />
          <WordsField path={['about']} label={t('part.about')} long />
          <div className={styles.row}>
            <ChoiceField
              label={t('part.scenario')}
              value={plan.scenario}
              onChange={(next) => set(['scenario'], next)}
              choices={scenarios.map((value) => ({ value, label: t(`scenario.${value}`) }))}
              width="14rem"
            />
            <PostField path={['commander']} label={t('part.commander')} />
            <NumberField
              label={t('part.reviewEveryMonths')}
              value={plan.reviewEveryMonths}
              onChange={(next) => set(['reviewEveryMonths'], next ?? null)}
              min={1}
              max={60}
              error={useProblem(['reviewEveryMonths'])}
              width="13rem"
            />
            <TickField path={['announced']} label={t('part.announced')} />
          </div>
          <WordsField path={['callScript']} label={t('part.callScript')} long />
          <ChoicesField
            label={t('part.dependsOn')}
            values={plan.dependsOn}
            onChange={(next) => set(['dependsOn'], next)}
            choices={subsystems.map((value) => ({ value, label: words.subsystem(value) }))}
          />
        </div>
      </Panel>
    </div>
  );
}
