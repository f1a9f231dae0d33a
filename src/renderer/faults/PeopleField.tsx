import { Button, CloseButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, type TypedPerson } from '../people';
import styles from './FaultPanel.module.css';

export interface PeopleFieldProps {
  label: string;
  value: readonly TypedPerson[];
  onChange: (people: TypedPerson[]) => void;
  error?: ReactNode;
  startHere: boolean;
}

/** Several people, one after the other: picked from the register they are added at once, typed ones by the button. */
export function PeopleField({ label, value, onChange, error, startHere }: PeopleFieldProps) {
  const t = useWords('faults');
  const [next, setNext] = useState(nobody);
  const add = (person: TypedPerson) => {
    if (!value.some(({ id, name }) => name === person.name && id === person.id)) onChange([...value, person]);
    setNext(nobody);
  };
  return (
    <div className={styles.target}>
      <PersonField
        label={value.length === 0 ? label : t('step.participant')}
        value={next}
        onChange={(person) => (person.fixed ? add(person) : setNext(person))}
        required={value.length === 0}
        error={error}
        startHere={startHere}
      />
      {next.name.trim() !== '' && (
        <Button size="compact-md" variant="default" onClick={() => add(next)}>
          {t('step.add')}
        </Button>
      )}
      {value.length > 0 && (
        <ul className={styles.chosen} aria-label={label}>
          {value.map((one) => (
            <li key={`${one.id} ${one.name}`} className={styles.chosenOne}>
              {one.name}
              <CloseButton
                size="xs"
                aria-label={t('step.remove', { name: one.name })}
                onClick={() => onChange(value.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
