import type { FaultRecord } from '../../shared/faults/record';
import { AttachmentList } from '../attachments';
import { useWords } from '../i18n/useWords';
import { Facts } from '../widgets/Facts';
import { ZoneTime } from '../widgets/ZoneTime';
import type { NamedProfile } from './useProfile';

/** What was reported. */
export function FaultFacts({ fault, named }: { fault: FaultRecord; named: NamedProfile }) {
  const t = useWords('faults');
  const device = useWords('devices');
  const { intake } = fault;
  if (!intake) return <p>{t('panel.unheard')}</p>;
  const { reporter } = intake;
  return (
    <Facts
      facts={[
        [
          t('fact.symptom'),
          <span key="symptom" style={{ whiteSpace: 'pre-wrap' }}>
            {intake.symptom}
          </span>,
        ],
        [t('fact.device'), intake.device && [intake.device.name, intake.device.code].filter(Boolean).join(' · ')],
        [t('fact.place'), intake.place],
        [t('fact.subsystem'), device(`subsystem.${intake.subsystem}`)],
        [t('class.label'), named.className(fault.class)],
        [t('priority.label'), fault.priority && t(`priority.${fault.priority}`)],
        [t('record.profile'), [named.say(named.profile?.name), ...named.traitNames(fault.traits)].filter(Boolean).join(' · ')],
        [t('fact.scope'), intake.scope],
        [t('fact.tried'), intake.tried],
        [t('source.label'), t(`source.${intake.source}`)],
        [t('fact.reporter'), reporter && [reporter.name, reporter.phone].filter(Boolean).join(' ')],
        [t('fact.foundAt'), <ZoneTime key="found" at={intake.foundAt} show="dateTime" />],
        [t('fact.reportedAt'), <ZoneTime key="reported" at={intake.reportedAt} show="dateTime" />],
        [t('fact.recordedBy'), intake.by.name],
        [t('fact.attachments'), intake.attachments.length > 0 ? <AttachmentList key="files" files={intake.attachments} /> : undefined],
      ]}
    />
  );
}

/** What became of it so far. */
export function FaultOutcome({ fault }: { fault: FaultRecord }) {
  const t = useWords('faults');
  const person = (one: FaultRecord['sentTo']) => one && [one.name, one.phone].filter(Boolean).join(' ');
  return (
    <Facts
      facts={[
        [t('fact.engineer'), person(fault.sentTo)],
        [t('fact.formerEngineer'), person(fault.formerlySentTo)],
        [t('fact.waitingFor'), fault.waitingFor && t(`waitingFor.${fault.waitingFor}`)],
        [t('fact.cause'), fault.cause],
        [t('fact.remedy'), fault.remedy],
        [t('fact.parts'), fault.parts],
        [t('record.substitute'), fault.substitute && [fault.substitute.name, fault.substitute.serial].filter(Boolean).join(' · ')],
        [t('satisfaction.label'), fault.satisfaction && t(`satisfaction.${fault.satisfaction}`)],
        [t('fact.reopened'), fault.reopened > 0 ? t('fact.times', { n: fault.reopened }) : undefined],
      ]}
    />
  );
}

/** True when {@link FaultOutcome} has anything to say. */
export function hasOutcome(fault: FaultRecord): boolean {
  return Boolean(
    fault.sentTo ||
      fault.formerlySentTo ||
      fault.substitute ||
      fault.waitingFor ||
      fault.cause ||
      fault.remedy ||
      fault.satisfaction ||
      fault.reopened,
  );
}
