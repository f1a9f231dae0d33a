import { subsystems } from '../../shared/devices/facts';
import { faultSources, priorities } from '../../shared/faults/intake';
import type { When } from '../../shared/service-profiles/profile';
import { type Path, valueAt, withValue } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, ChoicesField } from '../widgets/FormField';
import { useEditing } from './editing';

/** A condition in words; opened, everything it may name. What is left empty is not asked for. */
export function ConditionField({ path, otherwise }: { path: Path; otherwise: string }) {
  const { profile, words, set } = useEditing();
  const t = useWords('serviceProfiles');
  const when = (valueAt(profile, path) ?? {}) as When;
  const change = (inside: Path, value: readonly string[] | string) => {
    const next = withValue(when, inside, value.length === 0 ? undefined : value);
    const traits = Object.keys(next.traits ?? {}).length === 0 ? withValue(next, ['traits'], undefined) : next;
    set(path, Object.keys(traits).length === 0 ? undefined : traits);
  };
  const choices = (codes: readonly string[], word: (code: string) => string) => codes.map((value) => ({ value, label: word(value) }));
  const hours = [
    { value: '', label: t('edit.always') },
    ...profile.hours.map(({ code, name }) => ({ value: code, label: words.say(name) })),
  ];
  return (
    <details className={styles.condition}>
      <summary>
        <span className={styles.quiet}>{`${t('edit.condition')} · `}</span>
        {words.when(when) || otherwise}
      </summary>
      <div className={styles.stack}>
        <ChoicesField
          label={t('part.class')}
          values={when.class ?? []}
          onChange={(next) => change(['class'], next)}
          choices={profile.classes.map(({ code, name }) => ({ value: code, label: words.say(name) }))}
        />
        {profile.traits.map((trait) => (
          <ChoicesField
            key={trait.code}
            label={words.say(trait.name)}
            values={when.traits?.[trait.code] ?? []}
            onChange={(next) => change(['traits', trait.code], next)}
            choices={trait.options.map(({ code, name }) => ({ value: code, label: words.say(name) }))}
          />
        ))}
        <ChoicesField
          label={t('part.subsystem')}
          values={when.subsystem ?? []}
          onChange={(next) => change(['subsystem'], next)}
          choices={choices(subsystems, words.subsystem)}
        />
        <ChoicesField
          label={t('part.priority')}
          values={when.priority ?? []}
          onChange={(next) => change(['priority'], next)}
          choices={choices(priorities, words.priority)}
        />
        <ChoicesField
          label={t('part.source')}
          values={when.source ?? []}
          onChange={(next) => change(['source'], next)}
          choices={choices(faultSources, words.source)}
        />
        {profile.hours.length > 0 && (
          <div className={styles.row}>
            <ChoiceField
              label={t('part.beginsIn')}
              value={when.beginsIn ?? ''}
              onChange={(next) => change(['beginsIn'], next)}
              choices={hours}
            />
            <ChoiceField
              label={t('part.beginsOutside')}
              value={when.beginsOutside ?? ''}
              onChange={(next) => change(['beginsOutside'], next)}
              choices={hours}
            />
          </div>
        )}
      </div>
    </details>
  );
}
