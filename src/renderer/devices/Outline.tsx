import { NativeSelect } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { devices } from '../../shared/devices/contract';
import type { Subsystem } from '../../shared/devices/facts';
import { type NodeFilter, type OutlineNode, type WayToLook, waysToLook } from '../../shared/devices/outline';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import styles from './Outline.module.css';

export interface OutlineProps {
  /** Undefined: the whole register. */
  onChoose: (filter: NodeFilter | undefined) => void;
}

const whole: OutlineNode = { key: '', level: 0, kind: 'area', label: '', count: 0 };

/** The register as a tree, one of three ways; a node chosen is what the list beside it shows. */
export function Outline({ onChoose }: OutlineProps) {
  const t = useWords('devices');
  const [by, setBy] = useState<WayToLook>('subsystem');
  const [chosen, setChosen] = useState('');
  const answer = useStation(devices.outline, { by }, { keepPrevious: true });
  const nodes = answer.data;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const parents = useMemo(() => new Map((nodes ?? []).map(({ key, parent }) => [key, parent])), [nodes]);
  const branches = useMemo(() => new Set((nodes ?? []).flatMap(({ parent }) => parent ?? [])), [nodes]);
  const inSight = (node: OutlineNode) => {
    for (let above = node.parent; above !== undefined; above = parents.get(above)) if (closed.has(above)) return false;
    return true;
  };
  const fold = (key: string, shut: boolean) => {
    const next = new Set(closed);
    if (shut) next.add(key);
    else next.delete(key);
    setClosed(next);
  };
  /** As in any tree: left folds a branch or leads to the one above, right unfolds it or leads into it. */
  const sideways = (way: 'left' | 'right', { key, parent }: OutlineNode): string | undefined => {
    const branch = branches.has(key);
    if (way === 'left') {
      if (!branch || closed.has(key)) return parent ?? '';
      fold(key, true);
      return undefined;
    }
    if (!branch) return undefined;
    if (!closed.has(key)) return nodes?.find((node) => node.parent === key)?.key;
    fold(key, false);
    return undefined;
  };
  const labelOf = ({ key, kind, label }: OutlineNode) => {
    if (key === '') return t('outline.whole');
    if (kind === 'subsystem') return t(`subsystem.${label as Subsystem}`);
    if (kind === 'noUpstream') return t('outline.noUpstream');
    if (kind === 'unknownUpstreams') return t('outline.unknownUpstreams');
    return label || t('outline.noArea');
  };
  const pick = (node: OutlineNode) => {
    if (node.key !== '' && !node.filter) return;
    setChosen(node.key);
    onChoose(node.filter);
  };
  const columns: Column<OutlineNode>[] = [
    {
      key: 'label',
      header: t('outline.node'),
      width: 'minmax(8rem, 1fr)',
      render: (node) => (
        <span
          className={styles.label}
          style={{ paddingInlineStart: `${node.key === '' ? 0 : node.level * 1.125}rem` }}
          title={labelOf(node)}
        >
          {branches.has(node.key) && (
            // The keyboard folds with the arrows.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
            <span
              className={styles.fold}
              title={t(closed.has(node.key) ? 'outline.unfold' : 'outline.fold')}
              onClick={(event) => {
                event.stopPropagation();
                fold(node.key, !closed.has(node.key));
              }}
            >
              {closed.has(node.key) ? <IconChevronRight size="1em" aria-hidden /> : <IconChevronDown size="1em" aria-hidden />}
            </span>
          )}
          {labelOf(node)}
        </span>
      ),
    },
    { key: 'count', header: t('outline.count'), width: '3.5rem', align: 'end', render: ({ key, count }) => (key === '' ? '' : count) },
  ];
  return (
    <div className={styles.outline}>
      <NativeSelect
        aria-label={t('outline.by')}
        value={by}
        onChange={(event) => {
          setBy(event.currentTarget.value as WayToLook);
          setChosen('');
          setClosed(new Set());
          onChoose(undefined);
        }}
        data={waysToLook.map((value) => ({ value, label: t(`outline.ways.${value}`) }))}
      />
      <DataTable
        name={`devices.outline.${by}`}
        label={t('outline.by')}
        columns={columns}
        rows={nodes && [whole, ...nodes.filter(inSight)]}
        onSideways={sideways}
        keyOf={({ key }) => key}
        openKey={chosen}
        onOpen={pick}
        stale={answer.stale}
      />
    </div>
  );
}
