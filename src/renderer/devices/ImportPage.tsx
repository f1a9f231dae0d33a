import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react';
import { type DragEvent, useMemo, useRef, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import { devices } from '../../shared/devices/contract';
import { largestList, type ListPreview } from '../../shared/devices/import-preview';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { refusalOf, type StationRefusal, useAsk, useCommand, useMay } from '../station';
import { type ChosenFile, readChosen } from '../widgets/chosen-file';
import { EmptyState } from '../widgets/EmptyState';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './ImportPage.module.css';
import type { ListDecisions } from './list-decisions';
import { ListPreviewTable } from './ListPreviewTable';

const undecided: ListDecisions = { mends: [], leaveOut: [], retire: [], reason: '' };
/** Decisions are kept for the file they were made about, and for no other. */
const noDraft = { file: '', ...undecided };

/** Brings a unit's own list of devices into the register: choose, decide every problem, import all of it or nothing. */
export function ImportPage() {
  const t = useWords('devices');
  const shell = useShell();
  const ask = useAsk();
  const mayImport = useMay(devices.import);
  const command = useCommand(devices.import);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(0);
  const [file, setFile] = useState<ChosenFile>();
  const [reading, setReading] = useState<string>();
  const [wrong, setWrong] = useState<'tooLarge' | 'unread'>();
  const [refusal, setRefusal] = useState<StationRefusal>();
  const [preview, setPreview] = useState<ListPreview>();
  const { value: draft, change, discard } = useDraft('devices.import', noDraft);
  const mark = useMemo(() => (file ? markOf(file) : ''), [file]);
  const decisions: ListDecisions = mark !== '' && draft.file === mark ? draft : undecided;
  const setDecisions = (next: ListDecisions) => change({ ...next, file: mark });
  const [again, setAgain] = useState(false);
  const [done, setDone] = useState<OutputOf<typeof devices.import>>();

  const look = async (chosen: ChosenFile, { mends, leaveOut }: ListDecisions) => {
    asked.current += 1;
    const mine = asked.current;
    setReading(chosen.name);
    setRefusal(undefined);
    try {
      const next = await ask(devices.previewImport, { ...chosen, mends: [...mends], leaveOut: [...leaveOut] });
      // A later decision is on its way already: only its answer counts.
      if (mine !== asked.current) return;
      setPreview(next);
    } catch (thrown) {
      if (mine !== asked.current) return;
      setPreview(undefined);
      setRefusal(refusalOf(thrown, devices.previewImport.name));
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
    const read = await readChosen(chosen, largestList, 'devices.csv');
    setReading(undefined);
    if (typeof read === 'string') return setWrong(read);
    setFile(read);
    // The same file once more: what was decided about it stands.
    await look(read, draft.file === markOf(read) ? draft : undecided);
  };

  const decide = (next: ListDecisions) => {
    setDecisions(next);
    // What is retired changes no row.
    if (file && (next.mends !== decisions.mends || next.leaveOut !== decisions.leaveOut)) void look(file, next);
  };

  const submit = async () => {
    if (!file || !preview) return;
    const { mends, leaveOut, retire, reason } = decisions;
    const input = { ...file, mends: [...mends], leaveOut: [...leaveOut], retire: [...retire], reason, plan: preview.plan };
    const answer = await command.send(input);
    if (answer.ok) {
      setDone(answer.value);
      discard();
      setPreview(undefined);
      shell.say(t('import.done', { ...answer.value }));
    } else if (answer.refusal.code === 'registerChanged') {
      command.clear();
      setAgain(true);
      setDecisions({ mends, leaveOut, reason, retire: [] });
      await look(file, decisions);
    }
  };

  const drop = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void choose(event.dataTransfer.files[0]);
    },
  };

  if (!mayImport) {
    return (
      <Page title={t('import.title')}>
        <RefusalNote refusal={{ code: 'notAllowed', procedure: devices.import.name }} />
      </Page>
    );
  }
  return (
    <Page
      title={t('import.title')}
      now={t('import.now')}
      fill
      actions={
        <>
          <Button variant="default" onClick={() => shell.go('/devices')}>
            {t('import.toList')}
          </Button>
          <Button
            variant={preview ? 'default' : 'filled'}
            leftSection={<IconFolderOpen size="1.15rem" aria-hidden />}
            onClick={() => input.current?.click()}
          >
            {preview || done ? t('import.chooseOther') : t('import.choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,.xlsx,.xls,.et,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            hidden
            aria-label={t('import.choose')}
            onChange={(event) => {
              void choose(event.currentTarget.files?.[0]);
              // The same file, corrected meanwhile, can be chosen again.
              event.currentTarget.value = '';
            }}
          />
        </>
      }
    >
      <div className={styles.place} {...drop}>
        {wrong && (
          <div role="alert">
            <Notice urgency="amber">{t(wrong === 'tooLarge' ? 'refusals.fileTooLarge' : 'import.unread')}</Notice>
          </div>
        )}
        <RefusalNote refusal={refusal} />
        {done && <Notice>{t('import.done', { ...done })}</Notice>}
        {again && preview && <Notice urgency="blue">{t('import.changedSince')}</Notice>}
        {preview ? (
          <ListPreviewTable
            preview={preview}
            decisions={decisions}
            onDecide={decide}
            busy={command.busy || reading !== undefined}
            refusal={command.refusal}
            onSubmit={() => void submit()}
          />
        ) : (
          <div className={styles.drop}>
            <EmptyState
              icon={IconFileSpreadsheet}
              title={reading === undefined ? t('import.drop') : t('import.reading', { name: reading })}
            >
              {t('import.dropHint')}
            </EmptyState>
          </div>
        )}
      </div>
    </Page>
  );
}

/** Tells one file from another: its name, its length, and a sum over its content (FNV-1a). */
function markOf({ name, content }: ChosenFile): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < content.length; at++) sum = Math.imul(sum ^ content.charCodeAt(at), 0x01000193) >>> 0;
  return `${name}/${content.length}/${sum.toString(36)}`;
}
