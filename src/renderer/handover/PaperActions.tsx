import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './HandoverPage.module.css';
import type { Paper } from './usePaper';

/** The paper of the handover: made by itself after the third signature, or again on demand. */
export function PaperActions({ paper }: { paper: Paper }) {
  const t = useWords('handover');
  const shell = useShell();
  return (
    <div className={styles.paper}>
      <div className={styles.paperLine}>
        <Button
          size="compact-md"
          variant="default"
          loading={paper.busy}
          leftSection={<IconFileTypePdf size="1.1rem" aria-hidden />}
          onClick={() => void paper.make()}
        >
          {t('paper.make')}
        </Button>
        {paper.file && (
          <>
            <Button size="compact-md" variant="default" onClick={paper.show}>
              {t('paper.show')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              onClick={() => void paper.saveAs().then((saved) => saved && shell.say(t('paper.saved')))}
            >
              {t('paper.saveAs')}
            </Button>
          </>
        )}
      </div>
      {paper.file && (
        <output className={styles.quiet}>{t('paper.made', { name: paper.file.slice(paper.file.lastIndexOf('/') + 1) })}</output>
      )}
      <RefusalNote refusal={paper.refusal} />
    </div>
  );
}
