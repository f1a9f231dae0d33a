import { Button } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { faults } from '../../shared/faults/contract';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import styles from './Board.module.css';
import { spanInWords } from './cluster-words';
import { openFold } from './open-fold';
import type { FaultOpener } from './opener';

const place = 'duty.faults.notOneCause';

function setAside(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Proposes in one line to put faults that came together under their cause; one key opens the form. */
export function ClusterLine({ onOpen }: { onOpen: FaultOpener }) {
  const t = useWords('faults');
  const common = useWords('common');
  const shell = useShell();
  const { data } = useStation(faults.clusters, {});
  const [aside, setSetAside] = useState(setAside);
  const clusters = (data ?? []).filter(({ key }) => !aside.includes(key));
  const [first] = clusters;
  const fold = () => {
    if (first) openFold(shell, first, onOpen);
  };
  useScreenKeys([{ key: 'G', label: t('cluster.key'), run: fold }]);
  if (!first) return null;
  const refuse = () => {
    const next = [...aside, first.key].slice(-50);
    localStorage.setItem(place, JSON.stringify(next));
    setSetAside(next);
  };
  return (
    <div className={styles.cluster} role="status">
      <IconSitemap size="1.2rem" stroke={1.9} aria-hidden />
      <span className={styles.clusterWords}>
        <b>{t('cluster.line', { name: first.cause.name, n: first.faults.length, span: spanInWords(t, common, first) })}</b>
        {clusters.length > 1 && ` ${t('cluster.more', { n: clusters.length - 1 })}`}
      </span>
      <Button size="compact-md" onClick={fold} rightSection={<KeyHint keys="G" />}>
        {t('cluster.fold')}
      </Button>
      <Button size="compact-md" variant="default" onClick={refuse}>
        {t('cluster.aside')}
      </Button>
    </div>
  );
}
