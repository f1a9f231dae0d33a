import type { PlanKitItem, PlanVehicle } from '../../shared/plans/template';
import { AddButton, copyInList, freeCode, ProblemAt, RowVerbs, TickField, useFormatEditing, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, NumberField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { usePlanEditing } from './editing';

/** What is issued and taken back against the list, and the vehicles that serve nothing else meanwhile. */
export function ResourcesEditor() {
  const { plan, words } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const newKit = (): PlanKitItem => ({
    code: freeCode(plan.kit, 'kit'),
    name: { zh: '', en: '' },
    count: 1,
    unit: plan.kit.at(-1)?.unit ?? { zh: '', en: '' },
    per: plan.kit.at(-1)?.per ?? 'plan',
  });
  const newVehicle = (): PlanVehicle => ({
    code: freeCode(plan.vehicles, 'vehicle'),
    name: { zh: '', en: '' },
    count: 1,
    carriesKit: false,
  });
  const count = (path: (string | number)[], value: number) => (
    <NumberField label={t('part.expected')} value={value} onChange={(next) => set(path, next ?? null)} min={1} max={10_000} width="7rem" />
  );
  return (
    <div className={styles.column}>
      <Panel title={t('part.vehicles')}>
        <div className={styles.stack}>
          {plan.vehicles.map((vehicle, i) => (
            <div key={vehicle.code} className={`${styles.line} ${styles.lines}`}>
              <div className={styles.row}>
                <div className={styles.wide}>
                  <WordsField path={['vehicles', i, 'name']} label={t('part.name')} />
                </div>
                {count(['vehicles', i, 'count'], vehicle.count)}
                <TickField path={['vehicles', i, 'carriesKit']} label={t('part.carriesKit')} />
                <RowVerbs list={['vehicles']} at={i} name={words.say(vehicle.name)} copyOf={copyInList(plan.vehicles, 'vehicle')} />
              </div>
              <ProblemAt path={['vehicles', i, 'count']} />
            </div>
          ))}
          <AddButton path={['vehicles']} label={t('edit.addVehicle')} made={newVehicle} />
        </div>
      </Panel>
      <Panel title={t('part.kit')}>
        <div className={styles.stack}>
          {plan.kit.map((item, i) => (
            <div key={item.code} className={`${styles.line} ${styles.lines}`}>
              <WordsField path={['kit', i, 'name']} label={t('part.name')} />
              <div className={styles.row}>
                {count(['kit', i, 'count'], item.count)}
                <div className={styles.wide}>
                  <WordsField path={['kit', i, 'unit']} label={t('part.unit')} />
                </div>
                <ChoiceField
                  label={t('part.per')}
                  value={item.per}
                  onChange={(next) => set(['kit', i, 'per'], next)}
                  choices={(['vehicle', 'plan'] as const).map((value) => ({ value, label: t(`per.${value}`) }))}
                  width="10rem"
                />
                <RowVerbs list={['kit']} at={i} name={words.say(item.name)} copyOf={copyInList(plan.kit, 'kit')} />
              </div>
              <ProblemAt path={['kit', i, 'count']} />
            </div>
          ))}
          <AddButton path={['kit']} label={t('edit.addKit')} made={newKit} />
        </div>
      </Panel>
    </div>
  );
}
