import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { HandoverPhase, HandoverView } from '../../shared/handover/contract';
import { useWords } from '../i18n/useWords';
import { ZoneTime } from '../widgets/ZoneTime';
import { useLayoutWord } from './layout';
import styles from './SignBox.module.css';
import { SignForm } from './SignForm';
import { type SigningStep, signingSteps } from './useSigning';

export interface SignBoxProps {
  view: HandoverView;
  /** Items without an answer, as this screen knows them. */
  open: number;
  /** What has to be done before the outgoing signature; answers what was seen, undefined when the draft has changed. */
  beforeOutgoing: () => Promise<string | undefined>;
  /** Said above the form: what has changed meanwhile. */
  notice?: ReactNode;
  onSigned: (step: SigningStep, name: string) => void;
}

export function stepOf(phase: HandoverPhase): SigningStep | undefined {
  return ({ draft: 'outgoing', outgoingSigned: 'incoming', takenOver: 'leader', complete: undefined } as const)[phase];
}

/** The three signatures in one place, one after the other: login already there, password, Enter. */
export function SignBox({ view, open, beforeOutgoing, notice, onSigned }: SignBoxProps) {
  const t = useWords('handover');
  const now = stepOf(view.phase);
  return (
    <section className={styles.box} aria-label={t('sign.title')}>
      {signingSteps.map((step) => {
        const waits = step === 'incoming' && now === 'incoming' && open > 0;
        // Which of two stands is settled before a leader signs one of them.
        const unsettled = step === 'leader' && now === 'leader' && view.contested;
        return (
          <div key={step} className={styles.step} data-now={step === now || undefined}>
            <Done step={step} view={view} />
            {step === now && notice}
            {step === now && !waits && !unsettled && (
              <SignForm key={step} step={step} view={view} beforeOutgoing={beforeOutgoing} onSigned={onSigned} />
            )}
            {unsettled && <div className={styles.waits}>{t('sign.waits.settle')}</div>}
            {waits && <div className={styles.waits}>{t('sign.waits.answers', { n: open })}</div>}
          </div>
        );
      })}
    </section>
  );
}

/** One of the three: who has signed and when, or who is expected. */
function Done({ step, view }: { step: SigningStep; view: HandoverView }) {
  const t = useWords('handover');
  const word = useLayoutWord();
  const { version } = view;
  const signed = {
    outgoing: version?.outgoing ? [version.outgoing] : [],
    incoming: version?.incoming ?? [],
    leader: version?.leader ?? [],
  }[step];
  const place = { outgoing: 'insteadOutgoing', incoming: 'insteadIncoming', leader: 'insteadLeader' }[step];
  const expected = view.expected[step].map(({ name, login }) => (login ? name : t('sign.noAccount', { name })));
  const Icon = signed.length > 0 ? IconCircleCheck : IconCircleDashed;
  return (
    <div className={styles.done} data-done={signed.length > 0 || undefined}>
      <Icon size="1.2rem" stroke={1.7} aria-hidden />
      <span className={styles.name}>{t(`sign.${step}`)}</span>
      {signed.length === 0 ? (
        <span className={styles.quiet}>
          {expected.length > 0 ? t('sign.expected', { names: expected.join(t('common:separator')) }) : t('sign.nobody')}
        </span>
      ) : (
        <span className={styles.signers}>
          {signed.map(({ entry, name, at, standing, reason }) => (
            <span key={entry}>
              {name} <ZoneTime at={at} />
              {standing === 'instead' && ` ${word('standing', place)} ${reason}`}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
