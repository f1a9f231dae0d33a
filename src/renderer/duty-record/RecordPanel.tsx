import { dutyRecord } from '../../shared/duty-record/contract';
import { useStation } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';
import { SignedRecord } from './SignedRecord';
import { SignForm } from './SignForm';

/** An officer's duty record of a shift: what is drafted and what is to be written, or what was signed. */
export function RecordPanel({ shift, account }: { shift: string; account: string }) {
  const answer = useStation(dutyRecord.draft, { shift, account }, { keepPrevious: false });
  if (answer.data?.signed) return <SignedRecord record={answer.data.signed} />;
  return (
    <>
      <RefusalNote refusal={answer.refusal} />
      {answer.data && <SignForm draft={answer.data.draft} />}
    </>
  );
}
