import { type KeyboardEvent, type ReactNode, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { PersonCard } from '../../shared/people/person';
import { phoneForEyes } from '../../shared/people/phones';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import styles from './ContactSheet.module.css';

export interface ContactSection {
  key: string;
  title: string;
  aside?: ReactNode;
  people: readonly PersonCard[];
  /** Says of each where they belong, where the heading does not. */
  withGroup: boolean;
}

export interface ContactSheetProps {
  label: string;
  /** Undefined while the first answer is on its way. */
  sections: readonly ContactSection[] | undefined;
  onOpen: (person: PersonCard) => void;
  openId: string | undefined;
  stale: boolean;
  ref?: Ref<{ focus: () => void }>;
}

/** People as on a contact sheet, group by group, the number as large as the name. One stop for Tab; arrows move, Enter opens. */
export function ContactSheet({ label, sections = [], onOpen, openId, stale, ref }: ContactSheetProps) {
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [chosen, setChosen] = useState<string>();
  const everyone = sections.flatMap((section) => section.people);
  const at = everyone.findIndex((person) => person.id === chosen);
  const domId = (id: string) => `${prefix}${id}`;

  useImperativeHandle(ref, () => ({
    focus: () => {
      box.current?.focus();
      if (at < 0) choose(everyone[0]);
    },
  }));

  function choose(person: PersonCard | undefined) {
    if (!person) return;
    setChosen(person.id);
    document.getElementById(domId(person.id))?.scrollIntoView?.({ block: 'nearest' });
  }

  /** The tile right above or below, by where it stands on the screen: rows are as long as the window is wide. */
  function beside(step: 1 | -1): PersonCard | undefined {
    const here = document.getElementById(domId(chosen ?? ''))?.getBoundingClientRect();
    if (!here) return everyone[0];
    let best: { person: PersonCard; row: number; side: number } | undefined;
    for (const person of everyone) {
      const place = document.getElementById(domId(person.id))?.getBoundingClientRect();
      if (!place) continue;
      const row = (place.top - here.top) * step;
      const side = Math.abs(place.left - here.left);
      if (row > 4 && (!best || row < best.row - 4 || (Math.abs(row - best.row) <= 4 && side < best.side))) best = { person, row, side };
    }
    return best?.person;
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return;
    const moves: Record<string, () => PersonCard | undefined> = {
      ArrowRight: () => everyone[at + 1],
      ArrowLeft: () => everyone[Math.max(0, at - 1)],
      ArrowDown: () => beside(1),
      ArrowUp: () => beside(-1),
      Home: () => everyone[0],
      End: () => everyone.at(-1),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      choose(move());
    } else if ((event.key === 'Enter' || event.key === ' ') && everyone[at]) {
      event.preventDefault();
      onOpen(everyone[at]);
    }
  }

  return (
    <div
      ref={box}
      className={styles.sheet}
      data-stale={stale || undefined}
      role="listbox"
      aria-label={label}
      aria-activedescendant={at >= 0 ? domId(chosen as string) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {sections.map((section) => (
        <div key={section.key} role="group" aria-label={section.title} className={styles.section}>
          <div className={styles.heading}>
            <span className={styles.title}>{section.title}</span>
            <span className={styles.aside}>{section.aside}</span>
          </div>
          <div className={styles.tiles}>
            {section.people.map((person) => (
              <div
                key={person.id}
                id={domId(person.id)}
                role="option"
                aria-selected={person.id === chosen}
                data-open={person.id === openId || undefined}
                data-left={person.left || undefined}
                className={styles.tile}
                onMouseDown={() => setChosen(person.id)}
                onClick={() => {
                  // A click that ends a text selection copies a number and opens nothing.
                  if (!window.getSelection()?.toString()) onOpen(person);
                }}
              >
                <Tile person={person} withGroup={section.withGroup} />
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function Tile({ person, withGroup }: { person: PersonCard; withGroup: boolean }) {
  const t = useWords('people');
  const [first, ...others] = [person.phone, ...person.otherPhones].filter((phone) => phone !== '');
  const place = withGroup
    ? [person.organisation || person.group, person.post, person.responsibility]
    : [person.post, person.responsibility];
  return (
    <>
      <span className={styles.name}>{person.name}</span>
      {first ? <span className={styles.phone}>{phoneForEyes(first)}</span> : <span className={styles.none}>{t('list.noPhone')}</span>}
      <span className={styles.place}>{person.left ? <StatusTag>{t('list.left')}</StatusTag> : place.filter(Boolean).join(' · ')}</span>
      <span className={styles.other}>{others.map(phoneForEyes).join(t('common:separator'))}</span>
    </>
  );
}
