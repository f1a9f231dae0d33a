import { Checkbox, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import type { Ref } from 'react';
import type { FormFieldProps, TextFieldProps } from './TextField';
import { useStartHere } from './useStartHere';

export { type FormFieldProps, PasswordField, TextField, type TextFieldProps } from './TextField';

export interface TextAreaFieldProps extends Omit<TextFieldProps, 'ref' | 'aside' | 'autoComplete'> {
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/** Running text that grows with what is typed. */
export function TextAreaField({
  label,
  hint,
  error,
  required = false,
  disabled = false,
  onChange,
  rows = 3,
  width,
  ref,
  startHere,
  ...rest
}: TextAreaFieldProps) {
  return (
    <Textarea
      {...rest}
      ref={useStartHere(startHere, ref)}
      label={label}
      description={hint}
      error={error}
      required={required}
      disabled={disabled}
      autosize
      minRows={rows}
      maxRows={14}
      data-start-here={startHere || undefined}
      w={width}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

export interface Choice<V extends string> {
  value: V;
  label: string;
  disabled?: boolean;
}

/** One of a few: the browser's own select, which every key and screen reader knows. */
export function ChoiceField<V extends string>({
  label,
  hint,
  error,
  required = false,
  disabled = false,
  value,
  onChange,
  choices,
  placeholder,
  width,
}: FormFieldProps & {
  value: V | '';
  onChange: (value: V) => void;
  choices: readonly Choice<V>[];
  /** Shown, and not to be chosen, while nothing is. */
  placeholder?: string;
  width?: string;
}) {
  const empty = placeholder !== undefined ? [{ value: '', label: placeholder, disabled: required }] : [];
  return (
    <NativeSelect
      label={label}
      description={hint}
      error={error}
      required={required}
      disabled={disabled}
      value={value}
      w={width}
      data={[...empty, ...choices]}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    />
  );
}

/** A number between two bounds: a whole one, or with so many decimals. */
export function NumberField({
  label,
  hint,
  error,
  required = false,
  disabled = false,
  value,
  onChange,
  min,
  max,
  unit,
  decimals = 0,
  width = '12rem',
}: FormFieldProps & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min: number;
  max: number;
  unit?: string;
  decimals?: number;
  width?: string;
}) {
  return (
    <NumberInput
      label={label}
      description={hint}
      error={error}
      required={required}
      disabled={disabled}
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      min={min}
      max={max}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      allowNegative={false}
      clampBehavior="none"
      suffix={unit ? ` ${unit}` : ''}
      w={width}
    />
  );
}

/** Any number of a few. */
export function ChoicesField<V extends string>({
  label,
  hint,
  error,
  required = false,
  disabled = false,
  values,
  onChange,
  choices,
}: FormFieldProps & { values: readonly V[]; onChange: (values: V[]) => void; choices: readonly Choice<V>[] }) {
  return (
    <Checkbox.Group
      label={label}
      description={hint}
      error={error}
      required={required}
      value={[...values]}
      onChange={(next) => onChange(choices.map((choice) => choice.value).filter((choice) => next.includes(choice)))}
    >
      <div
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))',
          gap: '0.5rem 1rem',
          paddingBlock: '0.5rem',
        }}
      >
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} disabled={disabled || (choice.disabled ?? false)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
