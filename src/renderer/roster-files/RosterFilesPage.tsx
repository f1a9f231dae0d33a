import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import { largestFile, rosterFiles } from '../../shared/roster-files/contract';
import type { RosterDecision, RosterPreviewed } from '../../shared/roster-files/reading';
import { useDraft } from '../drafts';
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
import { ExportBar } from './ExportBar';
import styles from './RosterFilesPage.module.css';
import { RosterPreview } from './RosterPreview';

const noReason = { reason: '' };

/** A unit's roster in, cell by cell; the roster and each person's calendar out. */
export function RosterFilesPage() {
  const t = useWords('rosterFiles');
  const shell = useShell();
  const ask = useAsk();
  const mayImport = useMay(rosterFiles.import);
  const command = useCommand(rosterFiles.import);
  const reason = useDraft('rosterFiles.reason', noReason);
  const [file, setFile] = useState<ChosenFile & { year?: number }>();
  const [reading, setReading] = useState<string>();
  const [wrong, setWrong] = useState<'tooLarge' | 'unread'>();
  const [refusal, setRefusal] = useState<StationRefusal>();
  const [preview, setPreview] = useState<RosterPreviewed>();
  const [decisions, setDecisions] = useState<readonly RosterDecision[]>([]);
  const [again, setAgain] = useState(false);
  const [done, setDone] = useState<OutputOf<typeof rosterFiles.import>>();
  /** The month that was brought in last: it is what most want to give out next. */
  const [imported, setImported] = useState<string>();

  const look = async (chosen: ChosenFile & { year?: number }) => {
    setReading(chosen.name);
    setRefusal(undefined);
    try {
      setPreview(await ask(rosterFiles.preview, chosen));
    } catch (thrown) {
      setPreview(undefined);
      setRefusal((thrown as { refusal?: StationRefusal }).refusal ?? { code: 'failed', procedure: rosterFiles.preview.name });
    }
    setReading(undefined);
  };

  const choose = async (chosen: File | undefined) => {
    if (!chosen || command.busy) return;
    setReading(chosen.name);
    setPreview(undefined);
    setWrong(undefined);
    setDone(undefined);
    setAgain(false);
    setDecisions([]);
    command.clear();
    const read = await readChosen(chosen, largestFile, 'roster.xlsx');
    setReading(undefined);
    if (typeof read === 'string') return setWrong(read);
    setFile(read);
    await look(read);
  };

  const changeYear = async (year: number) => {
    if (!file) return;
    const next = { ...file, year };
    setFile(next);
    await look(next);
  };

  const submit = async () => {
    if (!file || !preview) return;
    const answer = await command.send({ ...file, decisions: [...decisions], plan: preview.plan, reason: reason.value.reason });
    if (answer.ok) {
      setDone(answer.value);
      setImported(preview.rows.find(({ date }) => date !== null)?.date?.slice(0, 7));
      setPreview(undefined);
      reason.discard();
      shell.say(t('preview.done', { ...answer.value }));
    } else if (answer.refusal.code === 'rosterChanged') {
      command.clear();
      setAgain(true);
      await look(file);
    }
  };

  const { over, place } = useFileDrop((dropped) => {
    if (mayImport) void choose(dropped);
  });

  return (
    <Page
      title={t('title')}
      now={t('now')}
      fill
      actions={
        mayImport && (
          <FileButton name={t('choose')} accept={spreadsheets} first={!preview} onFile={(chosen) => void choose(chosen)}>
            {t(preview || done ? 'chooseOther' : 'choose')}
          </FileButton>
        )
      }
      toolbar={<ExportBar key={imported} month={imported} />}
    >
      <div className={styles.place} data-over={over || undefined} {...place}>
        {wrong && (
          <div role="alert">
            <Notice urgency="amber">{t(wrong)}</Notice>
          </div>
        )}
        <RefusalNote refusal={refusal} />
        {done && <Notice>{t('preview.done', { ...done })}</Notice>}
        {again && preview && <Notice urgency="blue">{t('preview.changedSince')}</Notice>}
        {preview && file ? (
          <RosterPreview
            preview={preview}
            decisions={decisions}
            onDecide={setDecisions}
            onYear={(year) => void changeYear(year)}
            reason={reason.value.reason}
            onReason={(text) => reason.change({ reason: text })}
            busy={command.busy}
            refusal={command.refusal}
            onSubmit={() => void submit()}
          />
        ) : (
          mayImport && (
            <div className={styles.drop}>
              <EmptyState icon={IconFileSpreadsheet} title={reading === undefined ? t('drop') : t('reading', { name: reading })}>
                {t('dropHint')}
              </EmptyState>
            </div>
          )
        )}
      </div>
    </Page>
  );
}
