import { Button } from '@mantine/core';
import { IconFileZip, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { type StationRefusal, useCommand, usePapers, useSaveFile } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './End.module.css';

/** The whole run as one file that opens without the app, and its record on paper. */
export function ArchiveBox({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const archive = useCommand(planRuns.archive);
  const saveFile = useSaveFile();
  const papers = usePapers();
  const [failed, setFailed] = useState(false);
  const [missing, setMissing] = useState(0);
  const [paper, setPaper] = useState<{ busy: boolean; file?: string; refusal?: StationRefusal }>({ busy: false });
  const save = async () => {
    if (archive.busy) return;
    const answer = await archive.send({ id: run.id, language });
    if (!answer.ok) return;
    setMissing(answer.value.missing);
    const outcome = await saveFile(answer.value);
    setFailed(outcome === 'failed');
    if (outcome === 'saved') shell.say(t('ending.archive.saved', { name: answer.value.name }));
  };
  const print = async () => {
    if (paper.busy) return;
    setPaper({ busy: true });
    const answer = await papers.print(`/print/run-record/${run.id}`);
    if (!answer.ok) {
      setPaper({ busy: false, refusal: { ...answer.refusal, procedure: planRuns.one.name } });
      return;
    }
    const { file } = answer.value;
    setPaper({ busy: false, file });
    shell.say(t('ending.archive.made', { name: file.slice(file.lastIndexOf('/') + 1) }));
  };
  useScreenKeys([
    { key: 'Alt+A', label: t('ending.keys.archive'), run: () => void save() },
    { key: 'Alt+P', label: t('ending.keys.print'), run: () => void print() },
  ]);
  const { file } = paper;
  return (
    <div className={styles.archive}>
      <div className={styles.row}>
        <Button
          variant="default"
          loading={archive.busy}
          leftSection={<IconFileZip size="1.1rem" aria-hidden />}
          rightSection={<KeyHint keys="Alt+A" />}
          onClick={() => void save()}
        >
          {t('ending.archive.save')}
        </Button>
        <Button
          variant="default"
          loading={paper.busy}
          leftSection={<IconPrinter size="1.1rem" aria-hidden />}
          rightSection={<KeyHint keys="Alt+P" />}
          onClick={() => void print()}
        >
          {t('ending.archive.print')}
        </Button>
        {file !== undefined && (
          <Button variant="default" onClick={() => void papers.show(file)}>
            {t('ending.archive.show')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{t('ending.archive.hint')}</p>
      {missing > 0 && <Notice urgency="amber">{t('ending.archive.missing', { n: missing })}</Notice>}
      {failed && <Notice urgency="amber">{t('ending.archive.failed')}</Notice>}
      <RefusalNote refusal={archive.refusal ?? paper.refusal} />
    </div>
  );
}
