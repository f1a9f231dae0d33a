import { Checkbox } from '@mantine/core';
import { AddButton, freeCode, RemoveButton, TickField, TimeField, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, TextField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { ConditionField } from './ConditionField';
import { useEditing } from './editing';

/** Tiers, who must have taken a case over by when, what goes up by itself. */
export function UpwardEditor() {
  const { profile, words, set } = useEditing();
  const t = useWords('serviceProfiles');
  const tiers = profile.tiers.map(({ code, name }) => ({ value: code, label: words.say(name) }));
  const clocks = [
    { value: '', label: t('edit.none') },
    ...profile.clocks.map(({ code, name }) => ({ value: code, label: words.say(name) })),
  ];
  const tier = () => ({ code: freeCode(profile.tiers, 'tier'), name: { zh: '', en: '' }, register: [], posts: [] });
  return (
    <div className={styles.column}>
      <Panel title={t('part.tiers')}>
        <div className={styles.stack}>
          {profile.tiers.map((one, i) => (
            <div key={one.code} className={styles.line}>
              <div className={styles.row}>
                <div className={styles.wide}>
                  <WordsField path={['tiers', i, 'name']} label={`${i + 1}`} />
                </div>
                <TextField
                  label={t('part.posts')}
                  value={one.posts.join(' ')}
                  onChange={(next) =>
                    set(
                      ['tiers', i, 'posts'],
                      next.split(/[\s,，、]+/u).filter((post) => post !== ''),
                    )
                  }
                  width="12rem"
                />
                <RemoveButton path={['tiers', i]} name={words.say(one.name)} />
              </div>
            </div>
          ))}
          <AddButton path={['tiers']} label={t('edit.addRow')} made={tier} />
        </div>
      </Panel>
      <Panel title={t('part.takeOver')}>
        <div className={styles.stack}>
          {profile.takeOver.map((rule, i) => (
            <div key={i.toString()} className={styles.row}>
              <TimeField path={['takeOver', i, 'after']} label={t('view.matrix')} />
              <ChoiceField
                label={t('part.tier')}
                value={rule.tier}
                onChange={(next) => set(['takeOver', i, 'tier'], next)}
                choices={tiers}
                width="12rem"
              />
              <ConditionField path={['takeOver', i, 'when']} otherwise={t('when.all')} />
              <RemoveButton path={['takeOver', i]} name={t('edit.rule', { n: i + 1 })} />
            </div>
          ))}
          <AddButton path={['takeOver']} label={t('edit.addRow')} made={() => ({ after: '1h', tier: profile.tiers[0]?.code ?? '' })} />
        </div>
      </Panel>
      <Panel title={t('part.raises')}>
        <div className={styles.stack}>
          {profile.raises.map((raise, i) => (
            <div key={raise.code} className={styles.row}>
              <ChoiceField
                label={t('part.over')}
                value={raise.over ?? ''}
                onChange={(next) => set(['raises', i, 'over'], next === '' ? undefined : next)}
                choices={clocks}
                width="12rem"
              />
              <TimeField path={['raises', i, 'after']} label={t('part.after')} />
              <ChoiceField
                label={t('part.raises')}
                value={raise.raises}
                onChange={(next) => set(['raises', i, 'raises'], next)}
                choices={(['class', 'tier'] as const).map((value) => ({ value, label: t(`raises.${value}`) }))}
                width="14rem"
              />
              <ConditionField path={['raises', i, 'when']} otherwise={t('when.all')} />
              <RemoveButton path={['raises', i]} name={t('edit.rule', { n: i + 1 })} />
            </div>
          ))}
          <AddButton
            path={['raises']}
            label={t('edit.addRow')}
            made={() => ({ code: freeCode(profile.raises, 'raise'), after: '2h', raises: 'class' })}
          />
        </div>
      </Panel>
      <Panel title={t('part.handUp')}>
        <div className={styles.stack}>
          <Checkbox
            label={t('part.inWriting')}
            checked={profile.handUp?.inWriting ?? false}
            onChange={(event) =>
              set(['handUp'], { with: [], answerDown: false, ...profile.handUp, inWriting: event.currentTarget.checked })
            }
          />
          {profile.handUp && (
            <>
              {profile.handUp.with.map((one, i) => (
                <div key={i.toString()} className={styles.row}>
                  <div className={styles.wide}>
                    <WordsField path={['handUp', 'with', i]} label={`${t('part.with')} ${i + 1}`} />
                  </div>
                  <RemoveButton path={['handUp', 'with', i]} name={words.say(one)} />
                </div>
              ))}
              <AddButton path={['handUp', 'with']} label={t('edit.addRow')} made={() => ({ zh: '', en: '' })} />
              <TickField path={['handUp', 'answerDown']} label={t('part.answerDown')} />
            </>
          )}
        </div>
      </Panel>
    </div>
  );
}
