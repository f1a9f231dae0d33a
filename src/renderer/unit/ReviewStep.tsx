import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { administratorRoles } from '../../shared/roles';
import { useWords } from '../i18n/useWords';
import styles from './FirstRun.module.css';
import type { FirstRunDraft, FirstRunStep } from './first-run';

/** All once more before it becomes the station's first entry. */
export function ReviewStep({ draft, goTo }: { draft: FirstRunDraft; goTo: (step: FirstRunStep) => void }) {
  const t = useWords('unit');
  const row = (name: string, value: ReactNode, step: FirstRunStep) => (
    <div key={name} className={styles.reviewed}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      <Button size="compact-sm" variant="default" aria-label={`${t('firstRun.review.change')} ${name}`} onClick={() => goTo(step)}>
        {t('firstRun.review.change')}
      </Button>
    </div>
  );
  return (
    <>
      <p className={styles.now}>{t('firstRun.review.now')}</p>
      <dl className={styles.rows}>
        {row(t('firstRun.station.unit'), draft.unit, 'station')}
        {row(t('firstRun.station.letter'), draft.letter, 'station')}
        {row(t('firstRun.station.zone'), draft.zone, 'station')}
        {administratorRoles.map((role) =>
          row(
            t(`common:roles.${role}`),
            <>
              {t('firstRun.review.administrator', { name: draft[role].name, login: draft[role].login })}{' '}
              <span className={styles.quiet}>{t('firstRun.review.passwordSet')}</span>
            </>,
            role,
          ),
        )}
      </dl>
    </>
  );
}
