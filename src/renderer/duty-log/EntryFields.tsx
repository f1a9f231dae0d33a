import type { ReactNode } from 'react';
import { isLate } from '../../shared/duty-log/late';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { DeviceFinder } from '../devices';
import { useWords } from '../i18n/useWords';
import { PersonFinder } from '../people';
import { TextAreaField, TextField } from '../widgets/FormField';
import { TimeInput } from '../widgets/TimeInput';
import { devicesOf, type EntryDraft, personsOf, placesOf } from './entry-draft';
import styles from './EntryForm.module.css';
import { KindChoice } from './KindChoice';
import { NamesField } from './NamesField';

/** The time field of the form that `inside` is part of, when what stands in it is no time: it must not pass for none. */
export function unreadableTime(inside: HTMLElement | null): HTMLElement | undefined {
  return inside?.querySelector<HTMLElement>('[data-time-field] input[aria-invalid="true"]') ?? undefined;
}

export interface EntryFieldsProps {
  draft: EntryDraft;
  change: (fields: Partial<EntryDraft>) => void;
  fieldError: (path: string) => ReactNode;
  textError?: ReactNode;
  timeError?: ReactNode;
  /** The moment it is entered, for the mark 补录; now without it. */
  writtenAt?: number;
  /** An empty time field means now. */
  timeOptional?: boolean;
}

/** The fields of an entry, in a new one and in a correction: the text first, for that is what must be said. */
export function EntryFields({ draft, change, fieldError, textError, timeError, writtenAt, timeOptional = false }: EntryFieldsProps) {
  const t = useWords('dutyLog');
  const at = useNow(minute);
  const entered = writtenAt ?? at;
  const late = draft.occurredAt !== null && isLate(draft.occurredAt, entered);
  const without = <T,>(list: readonly T[], index: number) => list.filter((_, i) => i !== index);
  return (
    <>
      <TextAreaField
        label={t('fact.text')}
        placeholder={t('form.textHint')}
        value={draft.text}
        onChange={(text) => change({ text })}
        maxLength={8_000}
        rows={4}
        required
        error={textError ?? fieldError('text')}
        startHere
      />
      <KindChoice value={draft.kind} onChange={(kind) => change({ kind })} />
      <div className={styles.pair}>
        <div className={styles.names} data-time-field>
          <TimeInput
            label={t(timeOptional ? 'fact.occurredAtNow' : 'fact.occurredAt')}
            value={draft.occurredAt ?? undefined}
            onChange={(occurredAt) => change({ occurredAt: occurredAt ?? null })}
            error={timeError ?? fieldError('occurredAt')}
          />
          {late && <span className={styles.late}>{t('form.late')}</span>}
        </div>
        <PersonFinder
          label={t('fact.caller')}
          text={draft.caller.name}
          onText={(name) => change({ caller: { id: '', name: name.slice(0, 60), phone: '' } })}
          picked={draft.caller.id !== ''}
          onPick={(person) => change({ caller: { id: person.id, name: person.name, phone: person.phone } })}
          onUnpick={() => change({ caller: { id: '', name: '', phone: '' } })}
          error={fieldError('caller')}
        />
      </div>
      <div className={styles.pair}>
        <NamesField
          names={draft.persons.map(({ name, phone }) => [name, phone].filter(Boolean).join(' '))}
          onRemove={(index) => change({ persons: without(draft.persons, index) })}
          typed={draft.person}
          onAdd={() => change({ persons: [...draft.persons, ...personsOf(draft.person)], person: '' })}
        >
          <PersonFinder
            label={t('fact.persons')}
            text={draft.person}
            onText={(person) => change({ person: person.slice(0, 60) })}
            picked={false}
            onPick={({ id, name, phone }) => change({ persons: [...draft.persons, { id, name, ...(phone ? { phone } : {}) }], person: '' })}
            onUnpick={() => {}}
            placeholder={t('form.personsPlaceholder')}
            error={fieldError('persons')}
          />
        </NamesField>
        <NamesField
          names={draft.places}
          onRemove={(index) => change({ places: without(draft.places, index) })}
          typed={draft.place}
          onAdd={() => change({ places: [...draft.places, ...placesOf(draft.place)], place: '' })}
        >
          <TextField
            label={t('fact.places')}
            value={draft.place}
            onChange={(place) => change({ place })}
            placeholder={t('form.placesPlaceholder')}
            maxLength={120}
            error={fieldError('places')}
          />
        </NamesField>
      </div>
      <NamesField
        names={draft.devices.map(({ name, code }) => [name, code].filter(Boolean).join(' '))}
        onRemove={(index) => change({ devices: without(draft.devices, index) })}
        typed={draft.device}
        onAdd={() => change({ devices: [...draft.devices, ...devicesOf(draft.device)], device: '' })}
      >
        <DeviceFinder
          label={t('fact.devices')}
          text={draft.device}
          onText={(device) => change({ device: device.slice(0, 80) })}
          picked={false}
          onPick={({ id, name, code }) => change({ devices: [...draft.devices, { id, name, ...(code ? { code } : {}) }], device: '' })}
          onUnpick={() => {}}
          placeholder={t('form.devicesPlaceholder')}
          error={fieldError('devices')}
        />
      </NamesField>
    </>
  );
}
