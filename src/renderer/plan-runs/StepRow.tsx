import {
  IconArrowsSplit2,
  IconBan,
  IconCamera,
  IconCheck,
  IconCircle,
  IconGauge,
  IconHash,
  type Icon,
  IconPhone,
  IconPlayerSkipForward,
  IconSignature,
  IconTextCaption,
  IconX,
} from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import type { RunStep } from '../../shared/plan-runs/record';
import type { Language } from '../i18n/languages';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { DueIn } from './DueIn';
import styles from './Steps.module.css';
import { isSettledRow } from './step-filter';

export const standingIcons: Record<RunStep['standing'], Icon> = {
  open: IconCircle,
  done: IconCheck,
  skipped: IconPlayerSkipForward,
  notApplicable: IconBan,
  failed: IconX,
};

const evidenceIcons: Record<RunStep['evidence'][number]['kind'], Icon> = {
  photo: IconCamera,
  reading: IconGauge,
  count: IconHash,
  signature: IconSignature,
  text: IconTextCaption,
};

export interface StepRowProps {
  id: string;
  step: RunStep;
  post: string;
  chosen: boolean;
  busy: boolean;
  language: Language;
  onChoose: (code: string) => void;
  onTick: (code: string) => void;
  onOpen: (code: string) => void;
}

/** One step as a line: its tick, when, what, who. Two hundred of them: drawn again only when the step itself is another. */
export const StepRow = memo(
  function StepRow({ id, step, post, chosen, busy, language, onChoose, onTick, onOpen }: StepRowProps) {
    const t = useWords('planRuns');
    const { code, what, standing, due, amberAt, critical, holders, evidence, urgency, mark, sides, openFaults, script, lapsed } = step;
    const settled = isSettledRow(step);
    const Standing = standingIcons[standing];
    const latest = useRef({ onChoose, onTick, onOpen });
    useEffect(() => {
      latest.current = { onChoose, onTick, onOpen };
    });
    return (
      // The list as a whole hears the keys; the line is only pointed at.
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
      <div
        id={id}
        role="row"
        className={styles.row}
        aria-selected={chosen}
        data-urgency={urgency === 'calm' ? undefined : urgency}
        data-settled={settled || undefined}
        data-busy={busy || undefined}
        onClick={() => latest.current.onChoose(code)}
        onDoubleClick={() => latest.current.onOpen(code)}
      >
        <button
          type="button"
          tabIndex={-1}
          className={styles.mark}
          data-standing={standing}
          title={t(`standing.${standing}`)}
          aria-label={t(`standing.${standing}`)}
          onClick={(event) => {
            event.stopPropagation();
            latest.current.onTick(code);
          }}
        >
          <Standing size="1.15rem" stroke={2} aria-hidden />
        </button>
        <span className={styles.when}>
          {settled && mark ? (
            <ZoneTime at={mark.happenedAt ?? mark.at} />
          ) : lapsed ? (
            t('step.lapsed')
          ) : due === undefined ? (
            t('due.none')
          ) : (
            <DueIn at={due} amberAt={amberAt} />
          )}
        </span>
        <span className={styles.what} title={what[language]}>
          {critical && <strong className={styles.critical}>{t('step.critical')}</strong>}
          {what[language]}
        </span>
        <span className={styles.tags}>
          {script && <IconPhone size="1rem" aria-label={t('step.script')} />}
          {evidence.map((piece) => {
            const Shape = evidenceIcons[piece.kind];
            return <Shape key={piece.label.zh} size="1rem" aria-label={t(`evidence.${piece.kind}`)} />;
          })}
          {step.every !== undefined && <span className={styles.round}>{t('step.round', { n: step.round + 1 })}</span>}
          {sides.length > 0 && (
            <StatusTag urgency="amber" icon={IconArrowsSplit2}>
              {t('list.contested')}
            </StatusTag>
          )}
          {openFaults > 0 && <StatusTag urgency="amber">{t('step.openFaults', { n: openFaults })}</StatusTag>}
          {(standing === 'skipped' || standing === 'notApplicable' || standing === 'failed') && (
            <StatusTag urgency={standing === 'failed' ? 'red' : 'plain'}>{t(`standing.${standing}`)}</StatusTag>
          )}
        </span>
        <span className={styles.who} title={`${post} ${holders.join(' ')}`} data-empty={holders.length === 0 || undefined}>
          {holders.length === 0 ? t('step.nobody', { post }) : holders.join(' ')}
          <span className={styles.post}>{holders.length === 0 ? '' : post}</span>
        </span>
      </div>
    );
  },
  (one, other) =>
    one.step === other.step &&
    one.chosen === other.chosen &&
    one.busy === other.busy &&
    one.language === other.language &&
    one.post === other.post,
);
