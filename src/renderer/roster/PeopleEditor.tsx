import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { people as register } from '../../shared/people/contract';
import { phoneForEyes } from '../../shared/people/phones';
import type { PersonReference } from '../../shared/references';
import { personKey } from '../../shared/roster/assignment';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { useStartHere } from '../widgets/useStartHere';
import styles from './PeopleEditor.module.css';

export interface PeopleEditorProps {
  label: string;
  /** False: the label is for screen readers alone. */
  labelShown?: boolean;
  people: readonly PersonReference[];
  onChange: (people: PersonReference[]) => void;
  /** One person at most: the next one takes their place. */
  single?: boolean;
  hint?: ReactNode;
  /** What is typed at the beginning: the key that opened it. */
  first?: string;
  startHere?: boolean;
  /** Enter with nothing typed, Tab, or the keyboard gone elsewhere. */
  onDone?: (how: 'enter' | 'leave') => void;
  /** Esc. */
  onCancel?: () => void;
}

const freeKey = '\u0000free';

/** Several people typed one after the other, each found by name or initials; who is not in the register stands as typed. */
export function PeopleEditor({
  label,
  labelShown = true,
  people,
  onChange,
  single = false,
  hint,
  first = '',
  startHere = false,
  onDone,
  onCancel,
}: PeopleEditorProps) {
  const t = useWords('roster');
  const [text, setText] = useState(first);
  const typed = text.trim();
  const combobox = useCombobox();
  const { selectFirstOption, openDropdown } = combobox;
  const field = useStartHere<HTMLInputElement>(startHere);
  const found = useStation(register.find, { text: typed.slice(0, 60), limit: 8 }, { enabled: typed !== '', keepPrevious: true });
  const taken = new Set(people.map(personKey));
  const hits = typed === '' ? [] : (found.data ?? []).filter(({ id }) => single || !taken.has(id));
  const keys = hits.map(({ id }) => id).join(' ');

  // The first hit is marked at once: initials and Enter are enough.
  useEffect(() => {
    if (typed === '') return;
    openDropdown();
    selectFirstOption();
  }, [typed, keys, openDropdown, selectFirstOption]);

  const add = (person: PersonReference) => {
    onChange(single ? [person] : [...people, person].slice(0, 12));
    setText('');
    combobox.closeDropdown();
  };
  const submit = (key: string) => {
    const hit = hits.find(({ id }) => id === key);
    if (hit) add({ id: hit.id, name: hit.name });
    else if (typed !== '') add({ name: typed.slice(0, 40) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Backspace' && text === '') {
      event.preventDefault();
      onChange(people.slice(0, -1));
    } else if (event.key === 'Enter' && typed === '' && onDone && !event.ctrlKey) {
      event.preventDefault();
      onDone('enter');
    } else if (event.key === 'Enter' && typed !== '') {
      // The form around must not take the Enter that picks somebody.
      event.preventDefault();
    } else if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal shadow="md" position="bottom-start" width={400}>
      <Combobox.DropdownTarget>
        <PillsInput
          label={labelShown ? label : undefined}
          description={hint}
          className={styles.editor}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) onDone?.('leave');
          }}
        >
          <Pill.Group size="md">
            {people.map((person) => (
              <Pill
                key={personKey(person)}
                withRemoveButton
                onRemove={() => onChange(people.filter((other) => other !== person))}
                removeButtonProps={{ tabIndex: -1 }}
              >
                {person.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                ref={field}
                aria-label={label}
                data-start-here={startHere || undefined}
                autoComplete="off"
                placeholder={people.length === 0 || !single ? t('page.add') : ''}
                value={text}
                maxLength={40}
                onChange={(event) => setText(event.currentTarget.value)}
                onKeyDown={onKeyDown}
                onBlur={() => combobox.closeDropdown()}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={typed === '' || found.data === undefined}>
        <Combobox.Options mah="18rem" className={styles.options}>
          {hits.map(({ id, name, post, group, phone }) => (
            <Combobox.Option key={id} value={id}>
              <div className={styles.hit}>
                <span className={styles.name}>{name}</span>
                <span className={styles.more}>{[post, group].filter(Boolean).join(' · ')}</span>
                <span className={styles.phone}>{phoneForEyes(phone)}</span>
              </div>
            </Combobox.Option>
          ))}
          <Combobox.Option value={freeKey} className={styles.more}>
            {t('common:finder.free', { text: typed })}
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
