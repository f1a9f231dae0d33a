import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { FaultRecord } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { type StationRefusal, usePapers } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './FaultPanel.module.css';

/** The work order (派单工单) as a paper: made by a key, then shown where it lies, or copied. */
export function WorkOrderActions({ fault }: { fault: Pick<FaultRecord, 'id' | 'number'> }) {
  const t = useWords('faults');
  const shell = useShell();
  const papers = usePapers();
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<StationRefusal>();
  const make = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    const answer = await papers.print(`/print/work-order/${fault.id}`);
    setBusy(false);
    if (!answer.ok) {
      setRefusal({ ...answer.refusal, procedure: 'faults.workOrder' });
      return;
    }
    setFile(answer.value.file);
    shell.say(t('order.made', { name: answer.value.file.slice(answer.value.file.lastIndexOf('/') + 1) }));
  };
  useScreenKeys([{ key: 'Alt+P', label: t('order.key'), run: () => void make() }]);
  return (
    <div className={styles.order}>
      <Button
        size="compact-sm"
        variant="default"
        loading={busy}
        leftSection={<IconPrinter size="1.05rem" aria-hidden />}
        rightSection={<KeyHint keys="Alt+P" />}
        onClick={() => void make()}
      >
        {t('order.make')}
      </Button>
      {file && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => void papers.show(file)}>
            {t('order.show')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => void papers.saveAs(file).then((answer) => answer.ok && answer.value.saved && shell.say(t('order.saved')))}
          >
            {t('order.saveAs')}
          </Button>
        </>
      )}
      <RefusalNote refusal={refusal} />
    </div>
  );
}
