import { SegmentedControl } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { faults } from '../../shared/faults/contract';
import { comparedGroupings } from '../../shared/faults/figure-groups';
import type { FigureBar } from '../../shared/faults/figures-contract';
import { useWords } from '../i18n/useWords';
import { EmptyState } from '../widgets/EmptyState';
import { Panel } from '../widgets/Panel';
import { useBucketName } from './bucket-names';
import styles from './Figures.module.css';
import { lengthText, shareText } from './figure-text';

type ComparedGrouping = (typeof comparedGroupings)[number];

export interface ComparedGroupsProps {
  figures: OutputOf<typeof faults.figures>;
  profiles: number;
  onOpen: (bar: FigureBar, name: string, count: number) => void;
}

const columns = ['count', 'response50', 'response90', 'repair50', 'repair90', 'breached'] as const;

/** Groups side by side: how soon each was answered and repaired, and how often too late. Arrows go from one to the next, Enter opens its faults. */
export function ComparedGroups({ figures, profiles, onOpen }: ComparedGroupsProps) {
  const t = useWords('faultFigures');
  const nameOf = useBucketName();
  const [by, setBy] = useState<ComparedGrouping>('subsystem');
  const list = useRef<HTMLDivElement>(null);
  const rows = figures.groups[by].filter(({ count }) => count > 0);
  const length = (time: number | undefined) => (time === undefined ? t('value.nothing') : lengthText(t, time));
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <div className={styles.wide}>
      <Panel
        title={t('compared.title')}
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t('compared.by')}
            value={by}
            onChange={(value) => setBy(comparedGroupings.find((one) => one === value) ?? 'subsystem')}
            data={comparedGroupings.map((value) => ({ value, label: t(`compared.${value}`) }))}
          />
        }
      >
        {rows.length === 0 ? (
          <EmptyState title={t('chart.nothing')} />
        ) : (
          // Arrows move between the rows inside.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div ref={list} className={styles.compared} onKeyDown={onKeyDown}>
            <div className={`${styles.comparedRow} ${styles.comparedHead}`} title={t('compared.means')} aria-hidden>
              <span>{t('compared.group')}</span>
              {columns.map((column) => (
                <span key={column}>{t(`compared.${column}`)}</span>
              ))}
            </div>
            {rows.map((bucket) => {
              const { key, count, compared } = bucket;
              const name = nameOf(by, bucket, profiles);
              const [response, repair] = [compared?.response, compared?.repair];
              const late = compared ? shareText(t, compared.breached) : '';
              return (
                <button
                  key={key}
                  type="button"
                  className={styles.comparedRow}
                  aria-label={t('compared.told', {
                    name,
                    count,
                    response: length(response?.p50),
                    repair: length(repair?.p50),
                    breached: late,
                  })}
                  onClick={() => onOpen({ by, key }, name, count)}
                >
                  <span title={name}>{name}</span>
                  <span>{count}</span>
                  <span>{length(response?.p50)}</span>
                  <span>{length(response?.p90)}</span>
                  <span>{length(repair?.p50)}</span>
                  <span>{length(repair?.p90)}</span>
                  <span>{late}</span>
                </button>
              );
            })}
          </div>
        )}
      </Panel>
    </div>
  );
}
