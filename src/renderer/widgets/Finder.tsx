import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect } from 'react';
import { useWords } from '../i18n/useWords';
import styles from './Finder.module.css';
import { useStartHere } from './useStartHere';

export interface FinderProps<T> {
  label: ReactNode;
  /** What stands in the field; the owner asks the station for it: `useStation(people.find, { text: query }, { keepPrevious: true })`. */
  query: string;
  onQuery: (query: string) => void;
  options: readonly T[] | undefined;
  keyOf: (option: T) => string;
  /** The text that stands in the field once picked. */
  textOf: (option: T) => string;
  /** A line of the list; textOf without it. */
  show?: (option: T) => ReactNode;
  onPick: (option: T) => void;
  /** A record is picked (and not only text typed): shown by a check mark. */
  picked?: boolean;
  /** Undo the pick, keep nothing. */
  onUnpick?: () => void;
  /** Text that matches nothing is accepted as it stands; without this only records count. */
  freeText?: boolean;
  busy?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  placeholder?: string;
  startHere?: boolean;
  ref?: Ref<HTMLInputElement>;
}

const freeKey = '\u0000free';

/** Type, see what fits, pick with arrows and Enter: people, places, devices. The first hit is already marked, so Enter is enough. */
export function Finder<T>({
  label,
  query,
  onQuery,
  options,
  keyOf,
  textOf,
  show = textOf,
  onPick,
  picked = false,
  onUnpick,
  freeText = false,
  busy = false,
  hint,
  error,
  required = false,
  placeholder,
  startHere = false,
  ref,
}: FinderProps<T>) {
  const t = useWords('common');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { selectFirstOption, resetSelectedOption } = combobox;
  const field = useStartHere(startHere, ref);
  const typed = query.trim();
  const open = typed !== '' && !picked;
  const found = open ? (options ?? []) : [];
  const hits = found.map(keyOf).join('\n');

  // A hit that arrives while typing is marked at once; with free text allowed the typed words stay first, so Enter never replaces them unasked.
  useEffect(() => {
    if (!open) return;
    if (freeText || hits === '') resetSelectedOption();
    else selectFirstOption();
  }, [hits, open, freeText, resetSelectedOption, selectFirstOption]);

  const pick = (key: string) => {
    const option = found.find((one) => keyOf(one) === key);
    if (option) onPick(option);
    combobox.closeDropdown();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && combobox.dropdownOpened && open) event.stopPropagation();
    if (event.key === 'Backspace' && picked && onUnpick) {
      event.preventDefault();
      onUnpick();
    }
  };

  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal shadow="md">
      <Combobox.Target>
        <TextInput
          ref={field}
          label={label}
          description={hint}
          error={error}
          required={required}
          data-start-here={startHere || undefined}
          autoComplete="off"
          placeholder={placeholder ?? t('finder.placeholder')}
          value={query}
          onChange={(event) => {
            if (picked) onUnpick?.();
            onQuery(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={onKeyDown}
          leftSection={picked ? <IconCheck size="1.1rem" aria-label={t('finder.picked')} /> : undefined}
          rightSection={
            busy ? (
              <Loader size="xs" />
            ) : picked && onUnpick ? (
              <CloseButton size="sm" tabIndex={-1} aria-label={t('finder.unpick')} onClick={onUnpick} />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!open || (options === undefined && !freeText)}>
        <Combobox.Options mah="18rem" className={styles.options}>
          {found.map((option) => (
            <Combobox.Option key={keyOf(option)} value={keyOf(option)}>
              {show(option)}
            </Combobox.Option>
          ))}
          {found.length === 0 && !freeText && <Combobox.Empty>{t('finder.nothing')}</Combobox.Empty>}
          {freeText && open && (
            <Combobox.Option value={freeKey} className={styles.free}>
              {t('finder.free', { text: typed })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
