import type { ReactNode } from 'react';
import { people } from '../../shared/people/contract';
import type { PersonReference } from '../../shared/references';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { Finder } from '../widgets/Finder';
import styles from './PersonField.module.css';

/** A person as it stands in a form: picked from the register, or as typed. */
export interface TypedPerson {
  id: string;
  name: string;
  phone: string;
}

export const nobody: TypedPerson = { id: '', name: '', phone: '' };

/** What the form says of the person; undefined when nothing was typed. */
export function referenceOf({ id, name, phone }: TypedPerson): PersonReference | undefined {
  if (name.trim() === '') return undefined;
  return { name: name.trim().slice(0, 40), ...(id ? { id } : {}), ...(phone.trim() ? { phone: phone.trim().slice(0, 40) } : {}) };
}

export interface PersonFieldProps {
  label: ReactNode;
  value: TypedPerson;
  onChange: (person: TypedPerson) => void;
  onPicked?: () => void;
  required?: boolean;
  error?: ReactNode;
  startHere?: boolean;
}

/** Finds a person of the register; who is not in it is taken as typed. */
export function PersonField({ label, value, onChange, onPicked, required = false, error, startHere = false }: PersonFieldProps) {
  const t = useWords('faults');
  const picked = value.id !== '';
  const text = value.name.slice(0, 60);
  const found = useStation(people.find, { text, limit: 8 }, { enabled: !picked && text.trim() !== '', keepPrevious: true });
  return (
    <Finder
      label={label}
      query={value.name}
      onQuery={(name) => onChange({ id: '', name, phone: picked ? '' : value.phone })}
      options={found.data}
      keyOf={(person) => person.id}
      textOf={(person) => person.name}
      show={(person) => (
        <div className={styles.option}>
          <span>{person.name}</span>
          <span className={styles.more}>{[person.post, person.group, person.organisation, person.phone].filter(Boolean).join(' · ')}</span>
        </div>
      )}
      onPick={(person) => {
        onChange({ id: person.id, name: person.name, phone: person.phone });
        onPicked?.();
      }}
      picked={picked}
      onUnpick={() => onChange(nobody)}
      placeholder={t('report.personPlaceholder')}
      required={required}
      error={error}
      startHere={startHere}
    />
  );
}
