import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { people } from '../../shared/people/contract';
import { type ImportPreview, largestSpreadsheet } from '../../shared/people/import-preview';
import type { OutputOf } from '../../shared/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { type StationRefusal, useAsk, useCommand, useMay } from '../station';
import { type ChosenFile, readChosen } from '../widgets/chosen-file';
import { EmptyState } from '../widgets/EmptyState';
import { FileButton, spreadsheets } from '../widgets/FileButton';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { useFileDrop } from '../widgets/useFileDrop';
import { type LeftOut, leftOutAtFirst } from './import-choice';
import styles from './ImportPage.module.css';
import { ImportPreviewTable } from './ImportPreviewTable';

/** Brings a unit's own spreadsheet into the register: choose, look at every row, import. */
export function ImportPage() {
  const t = useWords('people');
  const shell = useShell();
  const ask = useAsk();
  const mayImport = useMay(people.import);
  const command = useCommand(people.import);
  const [file, setFile] = useState<ChosenFile>();
  const [reading, setReading] = useState<string>();
  const [wrong, setWrong] = useState<'tooLarge' | 'unread'>();
  const [refusal, setRefusal] = useState<StationRefusal>();
  const [preview, setPreview] = useState<ImportPreview>();
  const [out, setOut] = useState<LeftOut>(new Set());
  const [again, setAgain] = useState(false);
  const [done, setDone] = useState<OutputOf<typeof people.import>>();

  /** Keeps the choices already made: they name rows, and the rows of one file stay the same. */
  const look = async (chosen: ChosenFile, keep?: LeftOut) => {
    setReading(chosen.name);
    setRefusal(undefined);
    try {
      const next = await ask(people.previewImport, chosen);
      setPreview(next);
      setOut(keep ?? leftOutAtFirst(next));
    } catch (thrown) {
      setPreview(undefined);
      setRefusal((thrown as { refusal?: StationRefusal }).refusal ?? { code: 'failed', procedure: people.previewImport.name });
    }
    setReading(undefined);
  };

  const choose = async (chosen: File | undefined) => {
    if (!chosen || command.busy) return;
    setReading(chosen.name);
    setPreview(undefined);
    setRefusal(undefined);
    setWrong(undefined);
    setDone(undefined);
    setAgain(false);
    command.clear();
    const read = await readChosen(chosen, largestSpreadsheet, 'people.xlsx');
    setReading(undefined);
    if (typeof read === 'string') return setWrong(read);
    setFile(read);
    await look(read);
  };

  const submit = async () => {
    if (!file || !preview) return;
    const answer = await command.send({ ...file, leaveOut: [...out], plan: preview.plan });
    if (answer.ok) {
      setDone(answer.value);
      setPreview(undefined);
      shell.say(t('import.done', { ...answer.value }));
    } else if (answer.refusal.code === 'registerChanged') {
      command.clear();
      setAgain(true);
      await look(file, out);
    }
  };

  const { over, place } = useFileDrop((dropped) => void choose(dropped));

  if (!mayImport)
    return <Page title={t('import.title')}>{<RefusalNote refusal={{ code: 'notAllowed', procedure: people.import.name }} />}</Page>;
  return (
    <Page
      title={t('import.title')}
      now={t('import.now')}
      fill
      actions={
        <>
          <Button variant="default" onClick={() => shell.go('/people')}>
            {t('import.toList')}
          </Button>
          <FileButton name={t('import.choose')} accept={spreadsheets} first={!preview} onFile={(chosen) => void choose(chosen)}>
            {t(preview || done ? 'import.chooseOther' : 'import.choose')}
          </FileButton>
        </>
      }
    >
      <div className={styles.place} data-over={over || undefined} {...place}>
        {wrong && (
          <div role="alert">
            <Notice urgency="amber">{t(wrong === 'tooLarge' ? 'import.tooLarge' : 'import.unread')}</Notice>
          </div>
        )}
        <RefusalNote refusal={refusal} />
        {done && (
          <Notice
            actions={
              <Button size="compact-md" onClick={() => shell.go('/people')}>
                {t('import.toList')}
              </Button>
            }
          >
            {t('import.done', { ...done })}
          </Notice>
        )}
        {again && preview && <Notice urgency="blue">{t('import.changedSince')}</Notice>}
        {preview && file ? (
          <ImportPreviewTable
            file={file.name}
            preview={preview}
            out={out}
            onOut={setOut}
            busy={command.busy}
            refusal={command.refusal}
            onSubmit={() => void submit()}
          />
        ) : (
          <div className={styles.drop}>
            <EmptyState
              icon={IconFileSpreadsheet}
              title={reading !== undefined ? t('import.reading', { name: reading }) : over ? t('import.dropNow') : t('import.drop')}
            >
              {t('import.dropHint')}
            </EmptyState>
          </div>
        )}
      </div>
    </Page>
  );
}
