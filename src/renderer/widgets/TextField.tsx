import { PasswordInput, TextInput } from '@mantine/core';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useWords } from '../i18n/useWords';
import { useStartHere } from './useStartHere';

// Apart from the other fields: the sign-in needs these two and must not wait for the rest.

/** What every field of a form has. The error stands right under the field, the hint under the label. */
export interface FormFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

export interface TextFieldProps extends FormFieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  placeholder?: string;
  maxLength?: number;
  /** The keyboard begins here when the form appears. */
  startHere?: boolean;
  /** Name for the browser's form memory; off by default, a desk is shared. */
  autoComplete?: string;
  /** A unit or a button at the right edge. */
  aside?: ReactNode;
  width?: string;
  ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({
  label,
  hint,
  error,
  required = false,
  disabled = false,
  onChange,
  autoComplete = 'off',
  aside,
  width,
  ref,
  startHere,
  ...rest
}: TextFieldProps) {
  return (
    <TextInput
      {...rest}
      ref={useStartHere(startHere, ref)}
      label={label}
      description={hint}
      error={error}
      required={required}
      disabled={disabled}
      autoComplete={autoComplete}
      rightSection={aside}
      data-start-here={startHere || undefined}
      w={width}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** A password that can be looked at for a moment. `newPassword` for one being made. */
export function PasswordField({
  label,
  hint,
  error,
  required = false,
  disabled = false,
  onChange,
  newPassword = false,
  width,
  ref,
  aside: _aside,
  autoComplete: _autoComplete,
  startHere,
  ...rest
}: TextFieldProps & { newPassword?: boolean }) {
  const t = useWords('common');
  return (
    <PasswordInput
      {...rest}
      ref={useStartHere(startHere, ref)}
      label={label}
      description={hint}
      error={error}
      required={required}
      disabled={disabled}
      autoComplete={newPassword ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: -1 }}
      data-start-here={startHere || undefined}
      w={width}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
