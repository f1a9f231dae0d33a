import { type ReactNode, useState } from 'react';
import { faults } from '../../shared/faults/contract';
import type { FaultRecord } from '../../shared/faults/record';
import type { FaultVerb } from '../../shared/faults/states';
import { useWords } from '../i18n/useWords';
import { PlannedWorkMark } from '../planned-work';
import { FaultRequests } from '../service-requests';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { Breaches } from './Breaches';
import { Clocks } from './Clocks';
import { Contests } from './Contests';
import { FaultFacts, FaultOutcome, hasOutcome } from './FaultFacts';
import styles from './FaultPanel.module.css';
import { Guide } from './Guide';
import { Ledger } from './Ledger';
import { Linked } from './Linked';
import type { FaultOpener } from './opener';
import { Steps, useShownStep } from './Steps';
import { Timeline } from './Timeline';
import { type NamedProfile, useProfile } from './useProfile';
import { WorkOrderActions } from './WorkOrderActions';

/** One fault: its clocks, its next step, what the profile leads through, what was not kept, what was reported, and the whole timeline. */
export function FaultPanel({ id, call, onOpen }: { id: string; call: number; onOpen: FaultOpener }) {
  const t = useWords('faults');
  const record = useStation(faults.one, { id });
  const fault = record.data;
  const named = useProfile({ profile: fault?.profile ?? '' });
  const [wanted, setWanted] = useState<FaultVerb>();
  const { shown } = useShownStep(fault, named, wanted);
  if (!fault) return <RefusalNote refusal={record.refusal} />;
  return (
    <div className={styles.panel}>
      <Header fault={fault} named={named} stale={<StaleMark stale={record.stale} since={record.since} />} />
      {fault.inCircle && <Notice urgency="amber">{t('contest.circle', { number: fault.mergedInto?.number ?? '' })}</Notice>}
      <PlannedWorkMark device={fault.intake?.device?.id} place={fault.place} subsystem={fault.intake?.subsystem} at={fault.reportedAt} />
      <Clocks fault={fault} named={named} />
      <Contests fault={fault} named={named} />
      {/* What its forms begin with is said in the profile's words. */}
      {(named.profile || named.inUse.length > 0) && (
        <Steps key={fault.id} fault={fault} named={named} call={call} chosen={wanted} onChoose={setWanted} />
      )}
      {fault.guide.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('guide.title')}</h3>
          <Guide fault={fault} named={named} />
        </section>
      )}
      <Breaches fault={fault} named={named} withForm={shown !== 'close'} />
      <Links fault={fault} onOpen={onOpen} />
      <FaultRequests fault={{ id: fault.id, number: fault.number, title: fault.symptom, profile: fault.profile }} />
      {hasOutcome(fault) && (
        <section>
          <h3 className={styles.heading}>{t('panel.outcome')}</h3>
          <FaultOutcome fault={fault} />
        </section>
      )}
      <section>
        <h3 className={styles.heading}>{t('panel.facts')}</h3>
        <FaultFacts fault={fault} named={named} />
      </section>
      <Ledger fault={fault} named={named} />
      <section>
        <h3 className={styles.heading}>{t('panel.timeline')}</h3>
        <Timeline moments={fault.timeline} named={named} />
      </section>
    </div>
  );
}

/** What it is, where, how grave and under which rules. */
function Header({ fault, named, stale }: { fault: FaultRecord; named: NamedProfile; stale: ReactNode }) {
  const t = useWords('faults');
  const where = fault.device ?? fault.place;
  const place = where.includes(fault.place) ? '' : `${fault.place} · `;
  const wentUp = fault.timeline.some(({ verb, raises }) => verb === 'escalate' || (verb === 'raise' && raises === 'tier'));
  const about = [named.say(named.profile?.name) || fault.profile, ...named.traitNames(fault.traits)].filter(Boolean);
  return (
    <header className={styles.header}>
      <div className={styles.marks}>
        <StatusTag urgency={fault.highRisk ? 'red' : 'plain'}>{named.className(fault.class)}</StatusTag>
        <StatusTag>
          {fault.state === 'waiting' && fault.waitingFor ? t(`waitingFor.${fault.waitingFor}`) : t(`state.${fault.state}`)}
        </StatusTag>
        {fault.priority && <StatusTag>{t(`priority.${fault.priority}`)}</StatusTag>}
        {fault.tier && (
          <StatusTag urgency={wentUp ? 'blue' : 'plain'}>
            {t(wentUp ? 'record.escalated' : 'record.heldBy', { tier: named.tierName(fault.tier) })}
          </StatusTag>
        )}
        {fault.late && <StatusTag urgency="red">{t('record.late')}</StatusTag>}
        {stale}
      </div>
      <div className={styles.headLine}>
        <div className={styles.where}>{where}</div>
        {fault.intake && fault.timeline.some(({ verb }) => verb === 'dispatch') && <WorkOrderActions fault={fault} />}
      </div>
      <div className={styles.who}>
        {place}
        {t('panel.since', { state: t(`state.${fault.state}`), at: fault.since })}
      </div>
      {about.length > 0 && <div className={styles.who}>{about.join(' · ')}</div>}
    </header>
  );
}

/** Its cause, what it was merged into, what is folded under it, its duplicates, what is related. */
function Links({ fault, onOpen }: { fault: FaultRecord; onOpen: FaultOpener }) {
  const t = useWords('faults');
  const shell = useShell();
  const may = useMay(faults.relate);
  const relate = useCommand(faults.relate);
  const unrelate = async (other: { id: string; number: string }) => {
    const answer = await relate.send({ id: fault.id, other: other.id, related: false });
    if (answer.ok) shell.say(t('step.unrelated', { number: other.number }));
  };
  const { mergedInto, causedBy, folded, duplicates, related } = fault;
  return (
    <>
      {mergedInto && <Linked title={t(causedBy ? 'record.cause' : 'panel.mergedInto')} lines={[mergedInto]} onOpen={onOpen} />}
      <Linked title={t('record.folded', { n: folded.length })} lines={folded} onOpen={onOpen} />
      <Linked title={t('panel.duplicates')} lines={duplicates} onOpen={onOpen} />
      <Linked
        title={t('record.related')}
        lines={related}
        onOpen={onOpen}
        {...(may ? { action: { label: t('step.unrelate'), run: (line) => void unrelate(line) } } : {})}
      />
      <RefusalNote refusal={relate.refusal} />
    </>
  );
}
