import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useWords } from '../i18n/useWords';
import { KeyHint } from './KeyHint';

export interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  /** The key that brings the focus here, shown while it is empty. */
  keys?: string;
  ref?: Ref<HTMLInputElement>;
  /** Arrow down leaves the box, into the list below. */
  onDown?: () => void;
  width?: string;
}

/** Search as you type; Esc empties it first. */
export function SearchBox({ value, onChange, label, placeholder, keys, ref, onDown, width = '22rem' }: SearchBoxProps) {
  const t = useWords('common');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && value !== '') {
      event.stopPropagation();
      onChange('');
    } else if (event.key === 'ArrowDown' && onDown) {
      event.preventDefault();
      onDown();
    }
  };
  return (
    <TextInput
      ref={ref ?? null}
      type="search"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      aria-label={label}
      placeholder={placeholder ?? label}
      w={width}
      leftSection={<IconSearch size="1.1rem" stroke={1.8} aria-hidden />}
      rightSectionWidth={value === '' && keys ? '3.25rem' : undefined}
      rightSection={
        value === '' ? (
          keys && <KeyHint keys={keys} />
        ) : (
          <CloseButton size="sm" aria-label={t('clear')} onClick={() => onChange('')} tabIndex={-1} />
        )
      }
    />
  );
}
