import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowsJoin, IconSchool } from '@tabler/icons-react';
import type { RunRecord } from '../../shared/plan-runs/record';
import { minute } from '../../shared/time';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { Notice } from '../widgets/Notice';
import { StatusTag } from '../widgets/StatusTag';
import { DueIn } from './DueIn';
import { JoinNotice } from './JoinNotice';
import { levelNames } from '../../shared/plan-runs/level-names';
import { openRun } from './open';
import { RunLevel } from './RunMarks';
import styles from './Runs.module.css';

/** What nobody working in a run may lose sight of: which plan, how grave, drill or real, who commands, what is overdue and due next. */
export function RunHead({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const language = useLanguage();
  const shell = useShell();
  const {
    title,
    number,
    level,
    drill,
    state,
    activatedAt,
    commander,
    phase,
    overdue,
    unfilled,
    silent,
    openFaults,
    dueNext,
    target,
    area,
  } = run;
  const running = state === 'running';
  return (
    <header className={styles.head} data-level={drill ? 'drill' : levelNames[level]}>
      {drill && (
        <div className={styles.watermark}>
          <IconSchool size="1.1rem" stroke={1.9} aria-hidden />
          {t('head.drill')}
        </div>
      )}
      <div className={styles.headLine}>
        <Button variant="subtle" size="compact-sm" aria-label={t('head.back')} onClick={() => shell.go('/runs')}>
          <IconArrowLeft size="1.1rem" aria-hidden />
        </Button>
        <RunLevel level={level} />
        <h1 className={styles.headTitle} title={title[language]}>
          {title[language]}
        </h1>
        <span className={styles.headNumber}>{number}</span>
        {!running && (
          <StatusTag urgency={state === 'ended' ? 'amber' : 'plain'}>{t('head.state', { state: t(`state.${state}`) })}</StatusTag>
        )}
        {area !== '' && <span className={styles.quiet}>{t('head.area', { area })}</span>}
      </div>
      <div className={styles.headLine}>
        <span className={styles.fact}>{phase ? t('head.phase', { phase: phase[language] }) : t('head.allClosed')}</span>
        {commander === '' ? (
          <StatusTag urgency="red">{t('head.noCommander')}</StatusTag>
        ) : (
          <span className={styles.fact}>{t('head.commander', { name: commander })}</span>
        )}
        {running && overdue > 0 && <StatusTag urgency="red">{t('head.overdue', { n: overdue })}</StatusTag>}
        {running && unfilled > 0 && <StatusTag urgency="red">{t('head.unfilled', { n: unfilled })}</StatusTag>}
        {running && silent > 0 && <StatusTag urgency="amber">{t('head.silent', { n: silent })}</StatusTag>}
        {openFaults > 0 && <StatusTag urgency="amber">{t('head.faults', { n: openFaults })}</StatusTag>}
        {running && dueNext !== undefined && (
          <span className={styles.fact}>
            {t('head.next')} <DueIn at={dueNext} />
          </span>
        )}
        <span className={styles.quiet}>
          {t('head.since', { at: activatedAt })} {Math.abs(target - activatedAt) > minute && t('head.target', { at: target })}
        </span>
      </div>
      {run.withdrawn && (
        <Notice urgency="amber">
          {t('head.withdrawn', { name: run.withdrawn.author, at: run.withdrawn.at, reason: run.withdrawn.reason })}
        </Notice>
      )}
      {run.joinedInto && (
        <Notice
          urgency="amber"
          icon={IconArrowsJoin}
          actions={
            <Button variant="default" onClick={() => run.joinedInto && openRun(shell, run.joinedInto)}>
              {t('head.openOther', { number: run.joinedInto.number })}
            </Button>
          }
        >
          {t('head.joinedInto', { number: run.joinedInto.number })}
        </Notice>
      )}
      {run.levelContested && <Notice urgency="amber">{t('head.levelContested')}</Notice>}
      {running && <JoinNotice run={run} />}
    </header>
  );
}
