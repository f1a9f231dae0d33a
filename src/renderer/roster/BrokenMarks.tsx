import { IconAlertTriangle, IconFlame, IconHelpCircle } from '@tabler/icons-react';
import type { BrokenRule } from '../../shared/roster/broken-rules';
import { useWords } from '../i18n/useWords';
import { StatusTag, type Urgency } from '../widgets/StatusTag';

/** What leaves a post empty is red; the rest is to be looked at. */
export function urgencyOf({ rule }: BrokenRule): Urgency {
  if (rule === 'notRostered') return 'plain';
  return rule === 'postOpen' || rule === 'leaderMissing' || rule === 'twiceAtOnce' ? 'red' : 'amber';
}

const icons = { red: IconFlame, amber: IconAlertTriangle, plain: IconHelpCircle, stale: IconHelpCircle, blue: IconHelpCircle };

/** Broken rules as icon and word; the whole sentence without `short`. */
export function BrokenMarks({ broken, short = false }: { broken: readonly BrokenRule[]; short?: boolean }) {
  const t = useWords('roster');
  const sentence = ({ rule, person, found, needed }: BrokenRule) => t(`broken.${rule}`, { name: person?.name ?? '', found, needed });
  return (
    <>
      {broken.map((breach) => {
        const urgency = urgencyOf(breach);
        return (
          <span
            key={`${breach.key} ${breach.rule} ${breach.person?.id ?? breach.person?.name ?? ''} ${breach.other ?? ''}`}
            title={sentence(breach)}
          >
            <StatusTag urgency={urgency} icon={icons[urgency]}>
              {short ? t(`brokenShort.${breach.rule}`) : sentence(breach)}
            </StatusTag>
          </span>
        );
      })}
    </>
  );
}
