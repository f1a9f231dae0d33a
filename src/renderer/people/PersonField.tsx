import type { ReactNode } from 'react';
import { people } from '../../shared/people/contract';
import type { PersonReference } from '../../shared/references';
import { useStation } from '../station';
import { PersonFinder } from './PersonFinder';

/** A person as it stands in a form: picked from the register, or as typed. */
export interface TypedPerson {
  id: string;
  name: string;
  phone: string;
  /** Stands as it is: picked, or taken over from the record. */
  fixed: boolean;
}

export const nobody: TypedPerson = { id: '', name: '', phone: '', fixed: false };

/** What the form says of the person; undefined when nothing was typed. */
export function referenceOf({ id, name, phone }: TypedPerson): PersonReference | undefined {
  if (name.trim() === '') return undefined;
  return { name: name.trim().slice(0, 40), ...(id ? { id } : {}), ...(phone.trim() ? { phone: phone.trim().slice(0, 40) } : {}) };
}

/** A person of the record, taken over into a form. */
export function typedOf(person: PersonReference | undefined): TypedPerson {
  return person ? { id: person.id ?? '', name: person.name, phone: person.phone ?? '', fixed: true } : nobody;
}

export interface PersonFieldProps {
  label: ReactNode;
  value: TypedPerson;
  onChange: (person: TypedPerson) => void;
  required?: boolean;
  error?: ReactNode;
  startHere?: boolean;
}

/** Finds a person of the register; who is not in it is taken as typed. */
export function PersonField({ value, onChange, ...rest }: PersonFieldProps) {
  const text = value.name.slice(0, 60);
  // The finder's own question: one answer for both. As long as somebody fits, Enter takes them; else the words stand as typed.
  const found = useStation(people.find, { text, limit: 8 }, { enabled: !value.fixed && text.trim() !== '', keepPrevious: true });
  return (
    <PersonFinder
      {...rest}
      text={text}
      onText={(name) => onChange({ ...nobody, name, phone: value.fixed ? '' : value.phone })}
      picked={value.fixed}
      onPick={(person) => onChange({ id: person.id, name: person.name, phone: person.phone, fixed: true })}
      onUnpick={() => onChange(nobody)}
      freeText={found.data?.length === 0}
    />
  );
}
