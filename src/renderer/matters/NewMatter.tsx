import { dutyLog } from '../../shared/duty-log/contract';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';
import { draftOfEntry, emptyMatter } from './matter-draft';
import { MatterForm } from './MatterForm';

export interface NewMatterProps {
  /** Names the draft. */
  panel: string;
  logEntry: string | undefined;
  onDone: (matter: { id: string; number: string }) => void;
}

/** A new matter; from a log entry it begins with what the entry says. */
export function NewMatter({ panel, logEntry, onDone }: NewMatterProps) {
  const t = useWords('matters');
  const answer = useStation(dutyLog.one, { id: logEntry ?? '' }, { enabled: logEntry !== undefined });
  const entry = answer.data;
  if (logEntry === undefined) return <MatterForm draftKey={panel} empty={emptyMatter} onDone={onDone} />;
  if (!entry) return answer.refusal ? <RefusalNote refusal={answer.refusal} /> : <p>{t('common:loading')}</p>;
  return <MatterForm draftKey={panel} empty={draftOfEntry(entry)} logEntry={logEntry} onDone={onDone} />;
}
