import { Button, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { hour, type Instant, minute } from '../../shared/time';
import { now, useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useZone } from '../station';
import { parseTime, type TimeDirection, timeText } from './time-text';
import { distanceInWords } from './words-of-age';

export interface TimeInputProps {
  label: ReactNode;
  value: Instant | undefined;
  /** Undefined while the text is no time. */
  onChange: (at: Instant | undefined) => void;
  direction?: TimeDirection;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

const steps: Record<string, number> = { ArrowUp: minute, ArrowDown: -minute, PageUp: hour, PageDown: -hour };

/** A moment as typed text in the station's zone; arrows move minutes (with Shift ten), page keys hours. Says how far from now it is. */
export function TimeInput({ label, value, onChange, direction = 'past', error, required = false, disabled = false }: TimeInputProps) {
  const t = useWords('common');
  const zone = useZone();
  const at = useNow(10_000);
  // While it is being typed the text is the officer's; afterwards it is the moment's own.
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === undefined ? '' : timeText(value, zone));
  const wrong = typed !== undefined && typed.trim() !== '' && parseTime(typed, zone, at, direction) === undefined;

  const take = (text: string) => {
    setTyped(text);
    onChange(parseTime(text, zone, now(), direction));
  };
  const settle = () => {
    if (typed !== undefined && (typed.trim() === '' || !wrong)) setTyped(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.nativeEvent.isComposing || disabled) return;
    event.preventDefault();
    const from = value ?? now() - (now() % minute);
    setTyped(undefined);
    onChange(from + (event.shiftKey && Math.abs(step) === minute ? step * 10 : step));
  };

  return (
    <TextInput
      label={label}
      value={shown}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.select()}
      required={required}
      disabled={disabled}
      inputMode="numeric"
      autoComplete="off"
      error={error ?? (wrong ? t('time.invalid') : undefined)}
      description={value !== undefined && !wrong ? distanceInWords(t, value, at) : t('time.hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSectionWidth="4.25rem"
      rightSection={
        <Button
          size="compact-xs"
          variant="default"
          tabIndex={-1}
          disabled={disabled}
          onClick={() => {
            setTyped(undefined);
            onChange(now() - (now() % minute));
          }}
        >
          {t('time.now')}
        </Button>
      }
    />
  );
}
