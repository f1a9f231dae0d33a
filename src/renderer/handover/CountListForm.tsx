import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { handover } from '../../shared/handover/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useStation } from '../station';
import { Form } from '../widgets/Form';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './CountListForm.module.css';

interface Line {
  name: string;
  unit: string;
  expected: string;
}
const blank: Line = { name: '', unit: '', expected: '1' };

/** The list of this desk that is counted at every change of shift: instruments, radios, keys, kit. */
export function CountListForm({ onSent }: { onSent: () => void }) {
  const t = useWords('handover');
  const shell = useShell();
  const known = useStation(handover.countList, {}).data;
  const keep = useCommand(handover.keepCountList);
  const { value, change, discard } = useDraft<{ lines: Line[] | null }>('handover.countList', { lines: null });
  const lines = value.lines ?? known?.map(({ name, unit, expected }) => ({ name, unit, expected: String(expected) })) ?? [];
  const shown = lines.length > 0 ? lines : [blank];
  const box = useRef<HTMLDivElement>(null);
  const set = (at: number, fields: Partial<Line>) => change({ lines: shown.map((line, i) => (i === at ? { ...line, ...fields } : line)) });
  const write = (next: Line[], at: number) => {
    flushSync(() => change({ lines: next }));
    box.current?.querySelector<HTMLInputElement>(`[data-line="${at}"]`)?.focus();
  };

  const send = async () => {
    const kept = shown.filter(({ name }) => name.trim() !== '');
    const answer = await keep.send({
      lines: kept.map(({ name, unit, expected }) => ({ name, unit, expected: Number.parseInt(expected.normalize('NFKC'), 10) || 0 })),
    });
    if (!answer.ok) return;
    discard();
    shell.say(t('countList.saved', { n: kept.length }));
    onSent();
  };
  const onKeyDown = (event: KeyboardEvent, at: number, last: boolean) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    event.preventDefault();
    if (!last) {
      const fields = [...(box.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
      fields[fields.indexOf(event.target as HTMLInputElement) + 1]?.focus();
      return;
    }
    write(at === shown.length - 1 ? [...shown, blank] : [...shown], at + 1);
  };

  return (
    <Form
      onSubmit={() => void send()}
      busy={keep.busy}
      label={t('countList.title')}
      pinned
      actions={
        <>
          <Button type="submit" loading={keep.busy}>
            {t('countList.save')}
          </Button>
          <Button variant="default" onClick={() => write([...shown, blank], shown.length)}>
            {t('countList.add')}
          </Button>
        </>
      }
    >
      <div className={styles.help}>{t('countList.help')}</div>
      <div ref={box} className={styles.lines}>
        <span className={styles.head}>{t('countList.name')}</span>
        <span className={styles.head}>{t('countList.unit')}</span>
        <span className={styles.head}>{t('countList.expected')}</span>
        <span />
        {shown.map((line, at) => (
          // Lines have no names of their own while they are typed.
          // oxlint-disable-next-line react/no-array-index-key
          <Row
            key={at}
            line={line}
            at={at}
            onChange={(fields) => set(at, fields)}
            onKeyDown={onKeyDown}
            onRemove={() => change({ lines: shown.filter((_, i) => i !== at) })}
          />
        ))}
      </div>
      <RefusalNote refusal={keep.refusal} />
    </Form>
  );
}

interface RowProps {
  line: Line;
  at: number;
  onChange: (fields: Partial<Line>) => void;
  onKeyDown: (event: KeyboardEvent, at: number, last: boolean) => void;
  onRemove: () => void;
}

function Row({ line, at, onChange, onKeyDown, onRemove }: RowProps) {
  const t = useWords('handover');
  const label = (what: string) => t('countList.line', { n: at + 1, what });
  return (
    <>
      <TextInput
        data-line={at}
        aria-label={label(t('countList.name'))}
        value={line.name}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        onKeyDown={(event) => onKeyDown(event, at, false)}
      />
      <TextInput
        aria-label={label(t('countList.unit'))}
        value={line.unit}
        maxLength={8}
        autoComplete="off"
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
        onKeyDown={(event) => onKeyDown(event, at, false)}
      />
      <TextInput
        aria-label={label(t('countList.expected'))}
        value={line.expected}
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        onChange={(event) => onChange({ expected: event.currentTarget.value })}
        onKeyDown={(event) => onKeyDown(event, at, true)}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('countList.remove', { n: at + 1 })} tabIndex={-1} onClick={onRemove}>
        <IconX size="1.1rem" aria-hidden />
      </ActionIcon>
    </>
  );
}
