import type { z } from 'zod';
import type { DeviceRecord } from '../devices/contract';
import type { Instant } from '../time';
import type { PersonReference } from '../references';
import type { Words } from '../service-profiles/profile';
import type { ClockOfFault, FaultRecord } from './record';

/** What stands on a work order (派单工单): all that the person sent needs, and nothing that changes on the way. */
export interface WorkOrder {
  /** Number of the fault; from the second dispatch on with which dispatch it is, `A-2026-000012-2`. */
  number: string;
  dispatchedAt: Instant | undefined;
  dispatchedBy: string;
  engineer: PersonReference | undefined;
  note: string;
  device: { name: string; code: string; type: string; address: string; place: string; area: string; upstream: string };
  reporter: PersonReference | undefined;
  reportedAt: Instant;
  foundAt: Instant;
  symptom: string;
  scope: string;
  tried: string;
  cause: string;
  /** Limits that concern whoever is sent, with the moment each is due or was met. */
  limits: { name: Words; limit: number; dueAt: number | undefined; metAt: number | undefined; late: boolean }[];
}

/** Who answers the phone and who writes the report is no matter of whoever is sent. */
const concerning: readonly ClockOfFault['aim'][] = ['response', 'departure', 'onSite', 'plan', 'repair', 'feedback'];

/** The work order of a fault as it stands, for the person sent last; the device as the register has it now, where it does. */
export function workOrderOf(fault: FaultRecord, device?: z.infer<typeof DeviceRecord>): WorkOrder {
  const { intake } = fault;
  const sent = fault.timeline.filter(({ verb }) => verb === 'dispatch');
  const last = sent.at(-1);
  return {
    number: sent.length > 1 ? `${fault.number}-${sent.length}` : fault.number,
    dispatchedAt: last && (last.happenedAt ?? last.at),
    dispatchedBy: last?.by.name ?? '',
    engineer: fault.sentTo ?? last?.engineer,
    note: last?.note ?? '',
    device: {
      name: device?.name ?? intake?.device?.name ?? '',
      code: device?.code ?? intake?.device?.code ?? '',
      type: device?.type ?? '',
      address: device?.ip === undefined ? '' : `${device.ip}${device.port === undefined ? '' : `:${device.port}`}`,
      place: intake?.place || (device?.place ?? ''),
      area: device?.area ?? '',
      upstream: device?.upstream ?? '',
    },
    reporter: intake?.reporter,
    reportedAt: fault.reportedAt,
    foundAt: intake?.foundAt ?? fault.reportedAt,
    symptom: intake?.symptom ?? fault.symptom,
    scope: intake?.scope ?? '',
    tried: intake?.tried ?? '',
    cause: fault.cause ?? '',
    limits: lastRounds(fault.clocks)
      .filter(({ aim, standing }) => concerning.includes(aim) && standing !== 'ended')
      .map(({ name, limit, dueAt, metAt, late }) => ({ name, limit, dueAt, metAt, late })),
  };
}

/** Of a clock that began anew the round that counts now. */
function lastRounds(clocks: readonly ClockOfFault[]): ClockOfFault[] {
  return [...new Map(clocks.map((clock) => [clock.clock, clock])).values()];
}
