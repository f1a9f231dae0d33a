import type { ReactNode } from 'react';
import { people } from '../../shared/people/contract';
import type { PersonCard } from '../../shared/people/person';
import { phoneForEyes } from '../../shared/people/phones';
import { useStation } from '../station';
import { Finder } from '../widgets/Finder';
import styles from './PersonFinder.module.css';

export interface PersonFinderProps {
  label: ReactNode;
  /** What stands in the field: typed, or the name of the person picked. */
  text: string;
  onText: (text: string) => void;
  picked: boolean;
  onPick: (person: PersonCard) => void;
  onUnpick: () => void;
  /** Callers are not always on a list: the typed text is accepted as it stands. */
  freeText?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  startHere?: boolean;
  required?: boolean;
}

/** Finds a person of the register by name, pinyin, initials or phone. */
export function PersonFinder({ text, onText, picked, ...rest }: PersonFinderProps) {
  const found = useStation(people.find, { text, limit: 8 }, { enabled: !picked && text.trim() !== '', keepPrevious: true });
  return (
    <Finder
      {...rest}
      query={text}
      onQuery={onText}
      picked={picked}
      options={found.data}
      keyOf={(person) => person.id}
      textOf={(person) => person.name}
      show={(person) => (
        <div className={styles.option}>
          <div className={styles.line}>
            <span>{person.name}</span>
            <span>{phoneForEyes(person.phone || (person.otherPhones[0] ?? ''))}</span>
          </div>
          <div className={styles.more}>
            {[person.post, person.group || person.organisation, person.responsibility].filter(Boolean).join(' · ')}
          </div>
        </div>
      )}
    />
  );
}
