import { Textarea } from '@mantine/core';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { handover } from '../../shared/handover/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useCommand } from '../station';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './HandoverPage.module.css';

export interface AttentionPanelProps {
  shift: string;
  attention: string;
  frozen: boolean;
  /** `flush()` puts what was typed into the draft; false when the station refused. */
  ref?: Ref<{ flush: () => Promise<boolean> }>;
  /** Ctrl+Enter: on to the signature. */
  onDone: () => void;
}

/** 注意事项: typed text is a draft of this desk, and goes into the handover when the field is left. */
export function AttentionPanel({ shift, attention, frozen, ref, onDone }: AttentionPanelProps) {
  const t = useWords('handover');
  const note = useCommand(handover.note);
  const { value, change, discard } = useDraft<{ text: string | null }>(`handover.attention:${shift}`, { text: null });
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const flush = async () => {
    const { text } = latest.current;
    if (text === null) return true;
    if (text.trim() === attention) {
      discard();
      return true;
    }
    const answer = await note.send({ shift, attention: text });
    if (answer.ok && latest.current.text === text) discard();
    return answer.ok;
  };
  useImperativeHandle(ref, () => ({ flush }));
  return (
    <Panel title={t('attention.title')}>
      {frozen ? (
        <div className={styles.text}>{attention || t('attention.none')}</div>
      ) : (
        <Textarea
          aria-label={t('attention.title')}
          placeholder={t('attention.hint')}
          description={value.text === null ? (attention ? t('attention.saved') : undefined) : t('attention.saving')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4_000}
          value={value.text ?? attention}
          data-place="attention"
          onChange={(event) => change({ text: event.currentTarget.value })}
          onBlur={() => void flush()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onDone();
          }}
        />
      )}
      <RefusalNote refusal={note.refusal} />
    </Panel>
  );
}
