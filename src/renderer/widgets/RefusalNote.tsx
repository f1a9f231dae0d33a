import { useAnyWord } from '../i18n/useWords';
import { describeRefusal, type StationRefusal } from '../station';
import { Notice } from './Notice';

/** Why the station refused and what to do next. Renders nothing without a refusal, so it can stand in every form. */
export function RefusalNote({ refusal }: { refusal: StationRefusal | undefined }) {
  const t = useAnyWord();
  if (!refusal) return null;
  return (
    <div role="alert">
      <Notice urgency="amber">{describeRefusal(t, refusal)}</Notice>
    </div>
  );
}
