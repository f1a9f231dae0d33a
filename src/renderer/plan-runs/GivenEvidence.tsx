import type { EvidenceGiven } from '../../shared/plan-runs/events';
import type { RunStep } from '../../shared/plan-runs/record';
import { AttachmentList } from '../attachments';
import { useLanguage, useWords } from '../i18n/useWords';
import styles from './Steps.module.css';

/** What was given for each piece of evidence a step asks for. */
export function GivenEvidence({ asked, given }: { asked: RunStep['evidence']; given: readonly (EvidenceGiven | null)[] }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  if (given.every((piece) => piece === null)) return null;
  return (
    <dl className={styles.given}>
      {asked.map((wanted, at) => {
        const piece = given[at];
        return (
          <div key={wanted.label.zh}>
            <dt>{wanted.label[language]}</dt>
            <dd>
              {!piece && t('evidence.none')}
              {piece?.kind === 'photo' && <AttachmentList files={piece.files} />}
              {piece?.kind === 'reading' && `${piece.value} ${wanted.kind === 'reading' ? wanted.unit : ''}`}
              {(piece?.kind === 'count' || piece?.kind === 'text') && piece.value}
              {piece?.kind === 'signature' && t('evidence.signedBy', { name: piece.signer.name })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
