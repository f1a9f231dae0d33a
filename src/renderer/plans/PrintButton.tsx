import { Button } from '@mantine/core';
import { useState } from 'react';
import { plans } from '../../shared/plans/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { type StationRefusal, usePapers } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';

/** Puts a version on paper; where it lies is shown after. */
export function PrintButton({ code, version }: { code: string; version: string }) {
  const t = useWords('plans');
  const shell = useShell();
  const papers = usePapers();
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<StationRefusal>();
  const make = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    const answer = await papers.print(`/print/plan/${code}/${version}`);
    setBusy(false);
    if (!answer.ok) {
      setRefusal({ ...answer.refusal, procedure: plans.one.name });
      return;
    }
    setFile(answer.value.file);
    shell.say(t('action.printed', { name: answer.value.file.slice(answer.value.file.lastIndexOf('/') + 1) }));
  };
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void (file === undefined ? make() : papers.show(file))}>
        {t(file === undefined ? 'action.print' : 'action.showPaper')}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  );
}
