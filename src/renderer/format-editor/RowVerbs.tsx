import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useWords } from '../i18n/useWords';
import { freeCode, type Path, valueAt } from './edit-path';
import styles from './EditFields.module.css';
import { useFormatEditing } from './editing';

export interface RowVerbsProps {
  /** The list, and which of its lines. */
  list: Path;
  at: number;
  /** Names the line for who hears the buttons. */
  name: string;
  /** A line like it, with codes of its own; without it lines are not copied. */
  copyOf?: (line: unknown) => unknown;
  /** The last of a list that must have one. */
  needed?: boolean;
}

/** What can be done to one line of a list: up, down, copy, remove. Each is a button for the keyboard as well. */
export function RowVerbs({ list: path, at, name, copyOf, needed = false }: RowVerbsProps) {
  const { whole, set } = useFormatEditing();
  const t = useWords('formatEditor');
  const list = (valueAt(whole, path) ?? []) as unknown[];
  const move = (by: 1 | -1) => {
    const lines = [...list];
    lines.splice(at + by, 0, ...lines.splice(at, 1));
    set(path, lines);
  };
  const copy = () => copyOf && set(path, list.toSpliced(at + 1, 0, copyOf(list[at])));
  const verbs = [
    { key: 'up', label: t('up'), named: t('upNamed', { name }), Icon: IconArrowUp, may: at > 0, run: () => move(-1) },
    { key: 'down', label: t('down'), named: t('downNamed', { name }), Icon: IconArrowDown, may: at < list.length - 1, run: () => move(1) },
    ...(copyOf ? [{ key: 'copy', label: t('copy'), named: t('copyNamed', { name }), Icon: IconCopy, may: true, run: copy }] : []),
    {
      key: 'remove',
      label: t('remove'),
      named: t('removeNamed', { name }),
      Icon: IconTrash,
      may: !needed || list.length > 1,
      run: () => set(path, list.toSpliced(at, 1)),
    },
  ];
  const stop = (event: KeyboardEvent) => event.key === 'Enter' && event.stopPropagation();
  return (
    // Enter on a button is the button's, not that of the line around it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.verbs} onKeyDown={stop}>
      {verbs.map(({ key, label, named, Icon, may, run }) => (
        <Tooltip key={key} label={label} openDelay={400}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={named} disabled={!may} onClick={run}>
            <Icon size="1.1rem" stroke={1.8} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}

/** A line like another, under a code that the list does not have yet. */
export const copyInList =
  (list: readonly { code: string }[], beginning: string) =>
  (line: unknown): unknown => ({ ...(line as object), code: freeCode(list, beginning) });
