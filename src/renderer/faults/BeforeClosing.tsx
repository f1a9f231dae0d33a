import { stepsOwed, unexplainedOf } from '../../shared/faults/before-closing';
import type { FaultRecord } from '../../shared/faults/record';
import { minute } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { Notice } from '../widgets/Notice';
import { ExplainForm } from './Breaches';
import styles from './FaultPanel.module.css';
import { Guide } from './Guide';
import type { NamedProfile } from './useProfile';

/** What the station would refuse the closing for, to be done right here: the form below keeps what is typed in it. */
export function BeforeClosing({ fault, named }: { fault: FaultRecord; named: NamedProfile }) {
  const t = useWords('faults');
  const now = useNow(minute / 4);
  const steps = stepsOwed(fault);
  const unexplained = unexplainedOf(fault, now);
  const n = steps.length + unexplained.length;
  if (n === 0) return null;
  return (
    <div className={styles.before}>
      <Notice urgency="amber" title={t('closing.title', { n })}>
        {t('closing.hint')}
      </Notice>
      {steps.length > 0 && <Guide fault={fault} named={named} only={steps} />}
      {unexplained.length > 0 && <ExplainForm fault={fault} named={named} unexplained={unexplained} />}
    </div>
  );
}
