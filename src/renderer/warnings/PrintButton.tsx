import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { type StationRefusal, usePapers } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './Warnings.module.css';

export interface PrintButtonProps {
  /** Of the paper, `/print/task-order/…`. */
  route: string;
  label: string;
  keys?: string;
}

/** Makes a paper; where it lies is shown after. */
export function PrintButton({ route, label, keys }: PrintButtonProps) {
  const t = useWords('warnings');
  const shell = useShell();
  const papers = usePapers();
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<StationRefusal>();
  const make = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    const answer = await papers.print(route);
    setBusy(false);
    if (!answer.ok) {
      setRefusal({ ...answer.refusal, procedure: 'warnings.order' });
      return;
    }
    setFile(answer.value.file);
    shell.say(t('panel.made', { name: answer.value.file.slice(answer.value.file.lastIndexOf('/') + 1) }));
  };
  useScreenKeys(keys ? [{ key: keys, label, run: () => void make() }] : []);
  return (
    <span className={styles.row}>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        leftSection={<IconPrinter size="1.05rem" aria-hidden />}
        rightSection={keys && <KeyHint keys={keys} />}
        onClick={() => void make()}
      >
        {label}
      </Button>
      {file && (
        <Button size="compact-sm" variant="default" onClick={() => void papers.show(file)}>
          {t('panel.show')}
        </Button>
      )}
      <RefusalNote refusal={refusal} />
    </span>
  );
}
