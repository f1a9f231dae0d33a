import { Checkbox } from '@mantine/core';
import { roles } from '../../shared/roles';
import type { Telling, Told } from '../../shared/service-profiles/profile';
import { type Path, TimeField, valueAt } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, ChoicesField } from '../widgets/FormField';
import { useEditing } from './editing';

/** Who is told: roles, whoever was sent, tiers. */
export function ToldField({ path, label }: { path: Path; label: string }) {
  const { profile, words, set } = useEditing();
  const told = (valueAt(profile, path) ?? []) as Told[];
  const all: Told[] = [...roles.filter((role) => !role.endsWith('Admin')), 'holder', ...profile.tiers.map(({ code }) => ({ tier: code }))];
  const key = (who: Told) => (typeof who === 'object' ? `tier:${who.tier}` : who);
  return (
    <ChoicesField
      label={label}
      values={told.map(key)}
      onChange={(keys) =>
        set(
          path,
          all.filter((who) => keys.includes(key(who))),
        )
      }
      choices={all.map((who) => ({ value: key(who), label: words.doer(who) }))}
    />
  );
}

/** Who does it: one of a few; a post outside the desk stays as it is. */
export function DoerField({ path, label }: { path: Path; label: string }) {
  const { profile, words, set } = useEditing();
  const now = valueAt(profile, path) as Told | 'station' | { post: { zh: string; en: string } };
  const all = [...roles, 'holder', 'station', ...profile.tiers.map(({ code }) => ({ tier: code }))] as (Told | 'station')[];
  const key = (who: unknown) => (typeof who === 'string' ? who : JSON.stringify(who));
  const shown = all.some((who) => key(who) === key(now)) ? all : [...all, now];
  return (
    <ChoiceField
      label={label}
      value={key(now)}
      onChange={(next) =>
        set(
          path,
          shown.find((who) => key(who) === next),
        )
      }
      choices={shown.map((who) => ({ value: key(who), label: words.doer(who) }))}
      width="13rem"
    />
  );
}

export function TellingFields({ path }: { path: Path }) {
  const t = useWords('serviceProfiles');
  return (
    <div className={styles.stack}>
      <ToldField path={[...path, 'amber']} label={t('view.amber')} />
      <ToldField path={[...path, 'breach']} label={t('view.breach')} />
      <div className={styles.row}>
        <TimeField path={[...path, 'every']} label={t('view.every')} />
        <TimeField path={[...path, 'takenFor']} label={t('view.takenFor')} />
      </div>
    </div>
  );
}

/** A clock told on its own terms, or as all are. */
export function OwnTelling({ path }: { path: Path }) {
  const { profile, set } = useEditing();
  const t = useWords('serviceProfiles');
  const own = valueAt(profile, path) as Telling | undefined;
  return (
    <div className={styles.stack}>
      <Checkbox
        label={t('edit.ownTelling')}
        checked={own !== undefined}
        onChange={(event) => set(path, event.currentTarget.checked ? profile.telling : undefined)}
      />
      {own && <TellingFields path={path} />}
    </div>
  );
}
