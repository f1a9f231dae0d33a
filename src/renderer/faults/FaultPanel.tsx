import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { faults } from '../../shared/faults/contract';
import type { FaultLine, FaultRecord } from '../../shared/faults/record';
import { type FaultVerb, nextStep, stepsFrom } from '../../shared/faults/states';
import { useWords } from '../i18n/useWords';
import { holdsRole, useOfficer, useStation } from '../station';
import type { Role } from '../../shared/roles';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ClassMark } from './ClassMark';
import { Contests } from './Contests';
import { FaultFacts, FaultOutcome, hasOutcome } from './FaultFacts';
import styles from './FaultPanel.module.css';
import { PlannedWorkMark } from '../planned-work';
import type { FaultOpener } from './opener';
import { StepForm } from './StepForm';
import { Timeline } from './Timeline';

/** One fault: where it stands, its next step, what two desks did differently, what was reported, and the whole timeline. */
export function FaultPanel({ id, call, onOpen }: { id: string; call: number; onOpen: FaultOpener }) {
  const t = useWords('faults');
  const record = useStation(faults.one, { id });
  const fault = record.data;
  if (!fault) return <RefusalNote refusal={record.refusal} />;
  const where = fault.device ?? fault.place;
  const place = where.includes(fault.place) ? '' : `${fault.place} · `;
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.marks}>
          <ClassMark grave={fault.class} />
          <StatusTag>
            {fault.state === 'waiting' && fault.waitingFor ? t(`waitingFor.${fault.waitingFor}`) : t(`state.${fault.state}`)}
          </StatusTag>
          {fault.priority && <StatusTag>{t(`priority.${fault.priority}`)}</StatusTag>}
          <StaleMark stale={record.stale} since={record.since} />
        </div>
        <div className={styles.where}>{where}</div>
        <div className={styles.who}>
          {place}
          {t('panel.since', { state: t(`state.${fault.state}`), at: fault.since })}
        </div>
      </header>
      {fault.inCircle && <Notice urgency="amber">{t('contest.circle', { number: fault.mergedInto?.number ?? '' })}</Notice>}
      <PlannedWorkMark device={fault.intake?.device?.id} place={fault.place} subsystem={fault.intake?.subsystem} at={fault.reportedAt} />
      <Contests fault={fault} />
      <Steps key={fault.id} fault={fault} call={call} />
      {fault.mergedInto && <Linked title={t('panel.mergedInto')} lines={[fault.mergedInto]} onOpen={onOpen} />}
      {fault.duplicates.length > 0 && <Linked title={t('panel.duplicates')} lines={fault.duplicates} onOpen={onOpen} />}
      {hasOutcome(fault) && (
        <section>
          <h3 className={styles.heading}>{t('panel.outcome')}</h3>
          <FaultOutcome fault={fault} />
        </section>
      )}
      <section>
        <h3 className={styles.heading}>{t('panel.facts')}</h3>
        <FaultFacts fault={fault} />
      </section>
      <section>
        <h3 className={styles.heading}>{t('panel.timeline')}</h3>
        <Timeline moments={fault.timeline} />
      </section>
    </div>
  );
}

/** The proposed step with its form, and the other possible ones as buttons; chosen, their form takes its place. */
function Steps({ fault, call }: { fault: FaultRecord; call: number }) {
  const t = useWords('faults');
  const officer = useOfficer();
  const may = (verb: FaultVerb) => holdsRole(officer, faults[verb].roles as readonly Role[]);
  const proposed = nextStep(fault.state);
  const next = proposed && may(proposed) ? proposed : undefined;
  const others: FaultVerb[] = [
    ...stepsFrom(fault.state).filter((verb) => verb !== next && may(verb)),
    ...(may('note') ? (['note'] as const) : []),
  ];
  const [other, setOther] = useState<FaultVerb>();
  const chosen = other !== undefined && others.includes(other) ? other : undefined;
  const shown = chosen ?? next;
  const box = useRef<HTMLElement>(null);

  // The keyboard stays with the steps: whoever takes one with Enter takes the next with Enter. It is never taken away from elsewhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever another step is shown or called for
  useEffect(() => {
    const active = document.activeElement;
    const free = !active || active === document.body || active.tagName === 'ASIDE';
    if (!free && !call) return;
    box.current?.querySelector<HTMLElement>('input, textarea, select, button[type=submit]')?.focus();
  }, [shown, fault.state, call]);

  return (
    <section ref={box} className={styles.next} aria-label={t('panel.next')}>
      {shown ? (
        <>
          <h3 className={styles.heading}>{chosen ? t(`verb.${chosen}`) : `${t('panel.next')} · ${t(`verb.${shown}`)}`}</h3>
          <StepForm
            key={`${shown} ${fault.state}`}
            fault={fault}
            verb={shown}
            startHere={chosen !== undefined}
            onDone={() => setOther(undefined)}
            {...(chosen ? { onCancel: () => setOther(undefined) } : {})}
          />
        </>
      ) : (
        proposed === undefined && <div className={styles.who}>{t('panel.finished')}</div>
      )}
      {others.length > 0 && (
        <div className={styles.others}>
          {others
            .filter((verb) => verb !== chosen)
            .map((verb) => (
              <Button key={verb} size="compact-sm" variant="default" onClick={() => setOther(verb)}>
                {t(`verb.${verb}`)}
              </Button>
            ))}
        </div>
      )}
    </section>
  );
}

function Linked({ title, lines, onOpen }: { title: string; lines: readonly FaultLine[]; onOpen: FaultOpener }) {
  const t = useWords('faults');
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.links}>
        {lines.map((line) => (
          <li key={line.id} className={styles.link}>
            <Button size="compact-sm" variant="default" onClick={() => onOpen(line)}>
              {line.number || t('board.unheard')}
            </Button>
            <span>
              {t(`state.${line.state}`)} · {line.device ?? line.place} · {line.symptom}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
