import { IconArrowsSplit2, IconMessagePlus, IconPaperclip } from '@tabler/icons-react';
import { memo } from 'react';
import type { FoundRow, LogRow } from '../../shared/duty-log/contract';
import { timeIn } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { useZone } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import { KindMark } from './KindMark';
import styles from './LogPage.module.css';
import { Marked } from './Marked';

/** One entry in the list: when, what, who, and what was added to it since. */
export const LogLine = memo(function LogLine({ row }: { row: LogRow | FoundRow }) {
  const t = useWords('dutyLog');
  const zone = useZone();
  const found = 'marks' in row ? row : undefined;
  const hitParts = new Set(found?.hits.map(({ part }) => part));
  const concerned = [
    hitParts.has('caller') ? undefined : row.caller,
    ...(hitParts.has('person') ? [] : row.persons),
    ...(hitParts.has('place') ? [] : row.places),
    ...(hitParts.has('device') ? [] : row.devices),
  ].filter(Boolean);
  return (
    <>
      <div className={styles.when}>
        <span className={styles.time}>{timeIn(zone, row.occurredAt)}</span>
        {row.late && <StatusTag>{t('mark.late')}</StatusTag>}
      </div>
      <KindMark kind={row.kind} />
      <div className={styles.what}>
        <div className={styles.text} data-voided={row.voided || undefined}>
          <Marked text={row.text} marks={found?.marks ?? []} />
        </div>
        <div className={styles.about}>
          {concerned.length > 0 && <span>{concerned.join(' · ')}</span>}
          {found?.hits
            .filter(({ part }) => part !== 'number' && part !== 'author')
            .map((hit, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hits have no names of their own and hold no state
              <span key={i}>
                {t(`list.hit.${hit.part}`)}：<Marked text={hit.text} marks={hit.marks} />
              </span>
            ))}
        </div>
      </div>
      <div className={styles.marks}>
        {row.voided && <StatusTag urgency="stale">{t('mark.voided')}</StatusTag>}
        {row.contested ? (
          <StatusTag urgency="amber" icon={IconArrowsSplit2}>
            {t('mark.contested')}
          </StatusTag>
        ) : (
          row.corrected && <StatusTag>{t('mark.corrected')}</StatusTag>
        )}
        {row.followUps > 0 && (
          <span className={styles.number} title={t('mark.followUps', { n: row.followUps })}>
            <IconMessagePlus size="1.1em" aria-label={t('mark.followUps', { n: row.followUps })} /> {row.followUps}
          </span>
        )}
        {row.attachments > 0 && (
          <span className={styles.number} title={t('mark.attachments', { n: row.attachments })}>
            <IconPaperclip size="1.1em" aria-label={t('mark.attachments', { n: row.attachments })} /> {row.attachments}
          </span>
        )}
      </div>
      <div className={styles.from}>
        <span className={styles.number}>
          <Marked text={row.number} marks={found?.hits.find(({ part }) => part === 'number')?.marks ?? []} />
        </span>
        <span className={styles.author}>
          <Marked text={row.author} marks={authorMarks(row)} />
        </span>
      </div>
    </>
  );
});

/** The author's hit, when it is the writer's own name and not that of a follow-up. */
function authorMarks(row: LogRow | FoundRow): [number, number][] {
  if (!('hits' in row)) return [];
  return row.hits.find(({ part, text }) => part === 'author' && text === row.author)?.marks ?? [];
}
