import { priorities } from '../../shared/faults/intake';
import type { FaultClassOfProfile, Trait } from '../../shared/service-profiles/profile';
import { AddButton, freeCode, RemoveButton, TickField, TimeField, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { ConditionField } from './ConditionField';
import { DoerField } from './EditFields';
import { useEditing } from './editing';

/** Decision help and the steps each class leads through; the questions clocks depend on. */
export function ClassesEditor() {
  const { profile } = useEditing();
  return (
    <div className={styles.column}>
      {profile.classes.map((known, i) => (
        <ClassEditor key={known.code} known={known} at={i} />
      ))}
      {profile.traits.map((trait, i) => (
        <TraitEditor key={trait.code} trait={trait} at={i} />
      ))}
    </div>
  );
}

function ClassEditor({ known, at }: { known: FaultClassOfProfile; at: number }) {
  const { words, set } = useEditing();
  const t = useWords('serviceProfiles');
  const path = ['classes', at];
  const made = () => ({ code: freeCode(known.guide, 'step'), text: { zh: '', en: '' }, by: 'dutyOfficer', needed: false });
  return (
    <Panel title={words.say(known.name) || known.code}>
      <div className={styles.stack}>
        <WordsField path={[...path, 'name']} label={t('part.name')} />
        <WordsField path={[...path, 'help']} label={t('part.help')} long />
        <div className={styles.row}>
          <ChoiceField
            label={t('part.priority')}
            value={known.priority}
            onChange={(next) => set([...path, 'priority'], next)}
            choices={priorities.map((value) => ({ value, label: words.priority(value) }))}
            width="10rem"
          />
          <TickField path={[...path, 'highRisk']} label={t('part.highRisk')} />
        </div>
        <h3 className={styles.sub}>{t('part.examples')}</h3>
        {known.examples.map((example, i) => (
          <div key={i.toString()} className={styles.row}>
            <div className={styles.wide}>
              <WordsField path={[...path, 'examples', i]} label={`${t('part.examples')} ${i + 1}`} />
            </div>
            <RemoveButton path={[...path, 'examples', i]} name={words.say(example)} />
          </div>
        ))}
        <AddButton path={[...path, 'examples']} label={t('edit.addRow')} made={() => ({ zh: '', en: '' })} />
        <h3 className={styles.sub}>{t('part.guide')}</h3>
        {known.guide.map((step, i) => (
          <div key={step.code} className={styles.line}>
            <WordsField path={[...path, 'guide', i, 'text']} label={`${i + 1}`} long />
            <div className={styles.row}>
              <DoerField path={[...path, 'guide', i, 'by']} label={t('part.by')} />
              <TimeField path={[...path, 'guide', i, 'after']} label={t('part.after')} optional />
              <TimeField path={[...path, 'guide', i, 'every']} label={t('part.every')} optional />
              <TickField path={[...path, 'guide', i, 'needed']} label={t('part.needed')} />
              <RemoveButton path={[...path, 'guide', i]} name={words.say(step.text)} />
            </div>
            <ConditionField path={[...path, 'guide', i, 'when']} otherwise={t('when.all')} />
          </div>
        ))}
        <AddButton path={[...path, 'guide']} label={t('edit.addStep')} made={made} />
      </div>
    </Panel>
  );
}

function TraitEditor({ trait, at }: { trait: Trait; at: number }) {
  const { words, set } = useEditing();
  const t = useWords('serviceProfiles');
  const path = ['traits', at];
  return (
    <Panel title={`${t('part.traits')} · ${words.say(trait.name)}`}>
      <div className={styles.stack}>
        <WordsField path={[...path, 'name']} label={t('part.name')} />
        <ChoiceField
          label={t('part.usual')}
          value={trait.usual}
          onChange={(next) => set([...path, 'usual'], next)}
          choices={trait.options.map(({ code, name }) => ({ value: code, label: words.say(name) }))}
          width="16rem"
        />
        {trait.options.map((option, i) => (
          <div key={option.code} className={styles.line}>
            <WordsField path={[...path, 'options', i, 'name']} label={`${i + 1}`} />
            {option.help && <WordsField path={[...path, 'options', i, 'help']} label={t('part.help')} long />}
          </div>
        ))}
      </div>
    </Panel>
  );
}
