import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../i18n/useWords';
import { KeyHint } from './KeyHint';
import styles from './SidePanel.module.css';

export interface SidePanelProps {
  title: ReactNode;
  label: string;
  onClose: () => void;
  /** True: still there with all that was typed, but not shown. */
  hidden?: boolean;
  children: ReactNode;
}

/** The panel at the right: it stands beside the work and never covers it. Esc closes it, what was typed stays. */
export function SidePanel({ title, label, onClose, hidden = false, children }: SidePanelProps) {
  const t = useWords('common');
  const panel = useRef<HTMLElement>(null);

  // The keyboard goes where the officer looks: into the first field on opening, back to where it was on closing.
  useEffect(() => {
    if (hidden) return;
    const before = document.activeElement;
    // A list of selectors would give whichever stands first in the panel.
    const wanted = panel.current?.querySelector<HTMLElement>('[data-start-here]');
    const first = panel.current?.querySelector<HTMLElement>(
      '[data-panel-body] input:not([type=hidden]), [data-panel-body] textarea, [data-panel-body] select, [data-panel-body] [tabindex="0"], [data-panel-body] button',
    );
    (wanted ?? first ?? panel.current)?.focus();
    const element = panel.current;
    return () => {
      if (
        before instanceof HTMLElement &&
        before.isConnected &&
        (!document.activeElement || document.activeElement === document.body || element?.contains(document.activeElement))
      )
        before.focus();
    };
  }, [hidden]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };

  return (
    // The panel itself is no control; it hears the Esc of whatever is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside ref={panel} className={styles.panel} aria-label={label} hidden={hidden} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <KeyHint keys="Esc" />
        <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={onClose}>
          <IconX size="1.2rem" aria-hidden />
        </ActionIcon>
      </header>
      <div className={styles.body} data-panel-body>
        {children}
      </div>
    </aside>
  );
}
