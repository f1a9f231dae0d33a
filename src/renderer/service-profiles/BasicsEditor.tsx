import type { Hours } from '../../shared/service-profiles/profile';
import { AddButton, freeCode, ProblemAt, problemsUnder, RemoveButton, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { useEditing } from './editing';

/** Names, and the hours that clocks count by. */
export function BasicsEditor({ isCopy }: { isCopy: boolean }) {
  const { profile, words, set, problems } = useEditing();
  const t = useWords('serviceProfiles');
  const wrongCode = problemsUnder(problems, ['code'])[0];
  const hours = (): Hours => ({
    code: freeCode(profile.hours, 'hours'),
    name: { zh: '', en: '' },
    days: 'workdays',
    spans: [{ from: '09:00', until: '17:00' }],
  });
  return (
    <div className={styles.column}>
      <Panel>
        <div className={styles.stack}>
          {isCopy && (
            <TextField
              label={t('edit.code')}
              hint={t('edit.codeHint')}
              value={profile.code}
              onChange={(next) => set(['code'], next.trim())}
              maxLength={40}
              error={wrongCode && words.say(wrongCode.words)}
              startHere
              width="16rem"
            />
          )}
          <WordsField path={['name']} label={t('part.name')} />
          <WordsField path={['about']} label={t('part.about')} long />
          <TextAreaField
            label={t('part.notes')}
            value={profile.notes}
            onChange={(next) => set(['notes'], next)}
            rows={2}
            maxLength={2_000}
          />
        </div>
      </Panel>
      <Panel title={t('part.hours')}>
        <div className={styles.stack}>
          {profile.hours.map((one, i) => (
            <div key={one.code} className={`${styles.line} ${styles.lines}`}>
              <div className={styles.row}>
                <div className={styles.wide}>
                  <WordsField path={['hours', i, 'name']} label={t('part.name')} />
                </div>
                <ChoiceField
                  label={t('part.days')}
                  value={one.days}
                  onChange={(next) => set(['hours', i, 'days'], next)}
                  choices={(['workdays', 'restDays', 'allDays'] as const).map((value) => ({ value, label: t(`days.${value}`) }))}
                  width="14rem"
                />
                <RemoveButton path={['hours', i]} name={words.say(one.name)} />
              </div>
              {one.spans.map((span, j) => (
                <div key={j.toString()}>
                  <div className={styles.row}>
                    {(['from', 'until'] as const).map((side) => {
                      const wrong = problemsUnder(problems, ['hours', i, 'spans', j, side])[0];
                      return (
                        <TextField
                          key={side}
                          label={t(`part.${side}`)}
                          value={span[side]}
                          onChange={(next) => set(['hours', i, 'spans', j, side], next.trim())}
                          error={wrong && words.say(wrong.words)}
                          maxLength={5}
                          width="7rem"
                        />
                      );
                    })}
                    {one.spans.length > 1 && <RemoveButton path={['hours', i, 'spans', j]} name={`${span.from}–${span.until}`} />}
                  </div>
                  <ProblemAt path={['hours', i, 'spans', j]} />
                </div>
              ))}
              <AddButton path={['hours', i, 'spans']} label={t('edit.addSpan')} made={() => ({ from: '18:00', until: '24:00' })} />
            </div>
          ))}
          <AddButton path={['hours']} label={t('edit.addHours')} made={hours} />
        </div>
      </Panel>
    </div>
  );
}
