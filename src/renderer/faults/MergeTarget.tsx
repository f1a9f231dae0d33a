import { faults } from '../../shared/faults/contract';
import type { FaultRecord } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { Finder } from '../widgets/Finder';
import styles from './FaultPanel.module.css';

interface Target {
  id: string;
  number: string;
  text: string;
}

export interface MergeTargetProps {
  fault: FaultRecord;
  label: string;
  /** Only among faults that are open. */
  open: boolean;
  value: Target;
  onChange: (target: Target) => void;
  error?: string | undefined;
  startHere: boolean;
}

/** Another fault, as what this one is merged into, put under, or related to: likely ones are offered, any other is found by number, device or place. */
export function MergeTarget({ fault, label, open, value, onChange, error, startHere }: MergeTargetProps) {
  const t = useWords('faults');
  const picked = value.id !== '';
  const found = useStation(
    faults.find,
    { text: value.text, ...(open ? { open } : {}), limit: 8 },
    { enabled: !picked && value.text.trim() !== '', keepPrevious: true },
  );
  const similar = useStation(faults.similar, { device: fault.intake?.device, place: fault.place, except: fault.id });
  const others = found.data?.filter(({ id }) => id !== fault.id);
  const lineOf = ({ number, device, place, symptom }: { number: string; device?: string | undefined; place: string; symptom: string }) =>
    [number, device ?? place, symptom].join(' · ');
  return (
    <div className={styles.target}>
      <Finder
        label={label}
        query={picked ? value.number : value.text}
        onQuery={(text) => onChange({ id: '', number: '', text: text.slice(0, 80) })}
        options={others}
        keyOf={({ id }) => id}
        textOf={({ number }) => number}
        show={lineOf}
        onPick={({ id, number }) => onChange({ id, number, text: number })}
        picked={picked}
        onUnpick={() => onChange({ id: '', number: '', text: '' })}
        placeholder={t('panel.mergeFind')}
        required
        error={error}
        startHere={startHere}
      />
      {!picked && (similar.data?.length ?? 0) > 0 && (
        <div className={styles.likely}>
          <div className={styles.who}>{t('panel.mergeSimilar')}</div>
          {similar.data?.slice(0, 5).map((line) => (
            <button
              key={line.id}
              type="button"
              className={styles.likelyOne}
              onClick={() => onChange({ id: line.id, number: line.number, text: line.number })}
            >
              {lineOf(line)} · {t(`state.${line.state}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
