import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Count, unsettledCounts } from '../../shared/handover/content';
import { handover } from '../../shared/handover/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './CountPanel.module.css';
import { openCountList } from './open';

export interface CountPanelProps {
  shift: string;
  counts: readonly Count[];
  /** Frozen: only shown. */
  frozen: boolean;
  /** The last line is confirmed: the keyboard goes on. */
  onDone: () => void;
}

interface Typed {
  found?: string | undefined;
  explanation?: string | undefined;
}

/** 清点: each line stands there with the number it should have; Enter confirms it, another number asks why at once. */
export function CountPanel({ shift, counts: known, frozen, onDone }: CountPanelProps) {
  const t = useWords('handover');
  const shell = useShell();
  const mayEdit = useMay(handover.keepCountList);
  const command = useCommand(handover.count);
  const { value: typed, change, discard } = useDraft<Record<string, Typed>>(`handover.counts:${shift}`, {});
  const fields = useRef(new Map<string, HTMLInputElement | null>());
  /** Confirmed here and on its way: counts at once. */
  const [sent, setSent] = useState<Readonly<Record<string, Count>>>({});
  const counts = known.map((count) => (sent[count.name]?.expected === count.expected ? (sent[count.name] as Count) : count));
  const left = unsettledCounts(counts).length;

  // What the station has by now is the station's to tell: another desk may count again.
  const [heard, setHeard] = useState(known);
  if (heard !== known) {
    setHeard(known);
    const left = Object.entries(sent).filter(([name, one]) => !known.some((count) => sameCount(count, one, name)));
    if (left.length < Object.keys(sent).length) setSent(Object.fromEntries(left));
  }

  const shown = (count: Count) => {
    const { found = String(count.found ?? count.expected), explanation = count.explanation } = typed[count.name] ?? {};
    const number = /^\d{1,6}$/.test(found.normalize('NFKC').trim()) ? Number(found.normalize('NFKC').trim()) : undefined;
    return { found, explanation, number, differs: number !== undefined && number !== count.expected };
  };
  const confirm = async (count: Count, at: number) => {
    const { number, explanation, differs } = shown(count);
    if (number === undefined) return;
    if (differs && explanation.trim() === '') {
      fields.current.get(`why ${count.name}`)?.focus();
      return;
    }
    const settled: Count = { ...count, found: number, explanation: differs ? explanation.trim() : '' };
    // The keyboard goes on before the station has answered.
    flushSync(() => setSent((before) => ({ ...before, [count.name]: settled })));
    const next = counts.slice(at + 1).find((one) => unsettledCounts([one]).length > 0);
    if (next) fields.current.get(next.name)?.focus();
    else onDone();
    const answer = await command.send({ shift, counts: [settled] });
    if (answer.ok && next) change({ [count.name]: {} });
    else if (answer.ok) discard();
    if (!answer.ok) fields.current.get(count.name)?.focus();
    setSent(({ [count.name]: _, ...others }) => (answer.ok ? { ...others, [count.name]: settled } : others));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, count: Count, at: number) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      void confirm(count, at);
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const other = by !== 0 && counts[at + by];
    if (other) {
      event.preventDefault();
      fields.current.get(other.name)?.focus();
    }
  };

  return (
    <Panel
      title={t('counts.title')}
      aside={
        <span className={styles.aside}>
          {counts.length > 0 && (left > 0 ? t('counts.left', { n: left }) : t('counts.done'))}
          {mayEdit && !frozen && (
            <Button size="compact-sm" variant="default" onClick={() => openCountList(shell)}>
              {t('counts.edit')}
            </Button>
          )}
        </span>
      }
      flush
    >
      {counts.length === 0 ? (
        <div className={styles.none}>{t('counts.none')}</div>
      ) : (
        <ul className={styles.lines}>
          {counts.map((count, at) => {
            const { found, explanation, number, differs } = shown(count);
            const settled = unsettledCounts([count]).length === 0;
            const touched = typed[count.name]?.found !== undefined && number !== count.found;
            return (
              <li key={count.name} className={styles.line}>
                <span className={styles.name}>{count.name}</span>
                <span className={styles.expected}>{t('counts.expected', { n: count.expected, unit: count.unit })}</span>
                {frozen ? (
                  <span className={styles.found}>{count.found ?? '?'}</span>
                ) : (
                  <TextInput
                    ref={(field) => {
                      fields.current.set(count.name, field);
                    }}
                    aria-label={t('counts.found', { name: count.name })}
                    className={styles.field}
                    data-proposed={(!settled && typed[count.name]?.found === undefined) || undefined}
                    inputMode="numeric"
                    autoComplete="off"
                    size="xs"
                    value={found}
                    error={number === undefined}
                    data-place={settled ? undefined : 'count'}
                    onFocus={(event) => event.currentTarget.select()}
                    onChange={(event) => change({ [count.name]: { ...typed[count.name], found: event.currentTarget.value } })}
                    onKeyDown={(event) => onKeyDown(event, count, at)}
                  />
                )}
                <span className={styles.state}>
                  {differs && number !== undefined ? (
                    <StatusTag urgency="amber">
                      {number < count.expected
                        ? t('counts.short', { n: count.expected - number })
                        : t('counts.more', { n: number - count.expected })}
                    </StatusTag>
                  ) : (
                    settled && !touched && <IconCircleCheck size="1.2rem" stroke={1.7} aria-label={t('counts.counted')} role="img" />
                  )}
                </span>
                {differs &&
                  (frozen ? (
                    <span className={styles.why}>{explanation}</span>
                  ) : (
                    <TextInput
                      ref={(field) => {
                        fields.current.set(`why ${count.name}`, field);
                      }}
                      className={styles.why}
                      aria-label={t('counts.explanation', { name: count.name })}
                      placeholder={t('counts.explanation', { name: count.name })}
                      autoComplete="off"
                      size="xs"
                      maxLength={400}
                      value={explanation}
                      data-place={settled ? undefined : 'count'}
                      onChange={(event) => change({ [count.name]: { ...typed[count.name], explanation: event.currentTarget.value } })}
                      onKeyDown={(event) => onKeyDown(event, count, at)}
                    />
                  ))}
              </li>
            );
          })}
        </ul>
      )}
      <RefusalNote refusal={command.refusal} />
      {!frozen && counts.length > 0 && left > 0 && <div className={styles.hint}>{t('counts.hint')}</div>}
    </Panel>
  );
}

function sameCount(count: Count, other: Count, name: string): boolean {
  return count.name === name && count.found === other.found && count.explanation === other.explanation;
}
