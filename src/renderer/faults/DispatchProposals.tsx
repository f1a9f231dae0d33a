import { Radio } from '@mantine/core';
import type { Proposal } from '../../shared/faults/proposals';
import { useWords } from '../i18n/useWords';
import { useStartHere } from '../widgets/useStartHere';
import styles from './DispatchProposals.module.css';
import type { NamedProfile } from './useProfile';

export interface DispatchProposalsProps {
  proposals: readonly Proposal[];
  named: NamedProfile;
  /** Id of the person chosen. */
  value: string | undefined;
  onChange: (proposal: Proposal) => void;
  startHere: boolean;
}

/** Who could be sent, the best first and chosen already, each with the reasons in short words: Enter sends, arrows choose another. */
export function DispatchProposals({ proposals, named, value, onChange, startHere }: DispatchProposalsProps) {
  const t = useWords('faults');
  const chosen = useStartHere<HTMLInputElement>(startHere);
  const why = ({ duty, former, tier, area, skill, load }: Proposal) =>
    [
      former && t('proposal.former'),
      duty !== 'unknown' && t(`proposal.${duty}`),
      named.say(tier),
      area,
      skill,
      load > 0 ? t('proposal.load', { n: load }) : t('proposal.free'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <fieldset className={styles.proposals}>
      <legend className={styles.legend}>{t('proposal.title')}</legend>
      {proposals.map((one) => {
        const { person, post, group, organisation } = one;
        const checked = person.id === value;
        return (
          <label key={person.id} className={styles.proposal}>
            <Radio
              ref={checked ? chosen : undefined}
              size="xs"
              name="proposal"
              aria-label={person.name}
              checked={checked}
              onChange={() => onChange(one)}
            />
            <span className={styles.line}>
              <span className={styles.name}>{person.name}</span>
              <span className={styles.why}>{why(one)}</span>
            </span>
            {checked && <span className={styles.about}>{[post, organisation || group, person.phone].filter(Boolean).join(' · ')}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}
