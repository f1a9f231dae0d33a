import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useDraft } from '../drafts';
import { useStartHere } from '../widgets/useStartHere';

export interface AnswerLineProps {
  /** Names the draft: what is typed survives a killed process. */
  draft: string;
  label: string;
  hint?: string;
  startHere: boolean;
  onSend: (text: string) => Promise<boolean>;
  /** Esc: back to the list, what was typed stays. */
  onLeave: () => void;
  /** The arrows go on to another item. */
  onMove: (by: 1 | -1) => void;
}

/** One line in an item: a question, an objection, a reply, or a high-risk matter in one's own words. Enter sends it. */
export function AnswerLine({ draft, label, hint, startHere, onSend, onLeave, onMove }: AnswerLineProps) {
  const { value, change, discard } = useDraft(draft, { text: '' });
  const field = useStartHere<HTMLInputElement>(startHere);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const moves: Record<string, () => void> = {
      Enter: () => {
        void onSend(value.text.trim()).then((done) => {
          if (done) discard();
        });
      },
      Escape: onLeave,
      ArrowDown: () => onMove(1),
      ArrowUp: () => onMove(-1),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    <TextInput
      ref={field}
      label={label}
      description={hint}
      value={value.text}
      onChange={(event) => change({ text: event.currentTarget.value })}
      onKeyDown={onKeyDown}
      maxLength={1_000}
      autoComplete="off"
    />
  );
}
