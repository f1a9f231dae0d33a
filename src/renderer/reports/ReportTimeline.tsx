import { Button } from '@mantine/core';
import type { ReportMoment } from '../../shared/reports/record';
import { contentParts } from '../../shared/reports/contents';
import { useWords } from '../i18n/useWords';
import { openMatter } from '../matters';
import { useShell } from '../shell';
import { Facts } from '../widgets/Facts';
import { Moment, Said, Timeline } from '../widgets/Timeline';
import { ZoneTime } from '../widgets/ZoneTime';
import { momentTitle, toldWords } from './moment-words';

/** Who reported what to whom, when, at which station; the newest first. */
export function ReportTimeline({ moments }: { moments: readonly ReportMoment[] }) {
  const t = useWords('reports');
  const word = useWords('matters');
  const shell = useShell();
  return (
    <Timeline>
      {moments.toReversed().map((moment) => {
        const { contents, matter, matterNumber } = moment;
        return (
          <Moment
            key={moment.entry}
            at={moment.at}
            seconds
            did={momentTitle(t, moment)}
            by={
              <>
                {moment.author || t('moment.station')}
                {' · '}
                {t('moment.at', { letter: moment.letter })}
              </>
            }
          >
            {moment.verb === 'start' && moment.happenedAt !== undefined && <div>{t('moment.startAt', { at: moment.happenedAt })}</div>}
            {moment.text && <Said>{moment.text}</Said>}
            {matter && (
              <Button size="compact-sm" variant="default" onClick={() => openMatter(shell, { id: matter, number: matterNumber ?? '' })}>
                {t('moment.matter', { number: matterNumber ?? '' })}
              </Button>
            )}
            {contents && (
              <Facts
                facts={contentParts.map((part) => [
                  t(`part.${part}`),
                  part === 'time' ? <ZoneTime key="time" at={contents.time} show="dateTime" /> : contents[part],
                ])}
              />
            )}
            {(moment.told ?? []).map((told) => (
              <div key={`${told.at} ${told.role} ${told.to.name}`}>{toldWords(t, word, told)}</div>
            ))}
            {typeof moment.nextAt === 'number' && <div>{t('moment.nextAt', { at: moment.nextAt })}</div>}
          </Moment>
        );
      })}
    </Timeline>
  );
}
