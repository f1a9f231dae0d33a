import type { Moment as MomentOfFault } from '../../shared/faults/record';
import { minute } from '../../shared/time';
import { AttachmentList } from '../attachments';
import { useWords } from '../i18n/useWords';
import { Moment, Said, Timeline as Moments } from '../widgets/Timeline';
import { momentLines, momentTitle } from './moment-words';
import type { NamedProfile } from './useProfile';

/** Who did what, when, at which station, and what the station noticed by itself; the newest first. */
export function Timeline({ moments, named }: { moments: readonly MomentOfFault[]; named: NamedProfile }) {
  const t = useWords('faults');
  return (
    <Moments>
      {moments.toReversed().map((moment) => {
        const { entry, at, by, letter, happenedAt, files } = moment;
        const told = happenedAt !== undefined && Math.abs(at - happenedAt) >= minute && t('moment.told', { at: happenedAt });
        return (
          <Moment
            key={entry}
            at={at}
            did={momentTitle(t, moment, named)}
            by={[by.name || t('did.station'), t('moment.at', { letter }), told].filter(Boolean).join(' · ')}
          >
            {momentLines(t, moment, named).map((line) => (
              <Said key={line}>{line}</Said>
            ))}
            {files && files.length > 0 && <AttachmentList files={files} />}
          </Moment>
        );
      })}
    </Moments>
  );
}
