import type { HandoverItem } from '../../shared/handover/item';
import { nextStep } from '../../shared/faults/states';
import type { Context } from '../handler';
import { boardOf } from './board';

/** Every open fault: class A must be restated when it is handed over (domain.md 2). */
export function faultItems(context: Context): HandoverItem[] {
  return boardOf(context, { text: '' }).open.map((fault) => ({
    key: `fault:${fault.id}`,
    kind: 'fault',
    subject: fault.id,
    number: fault.number,
    title: [...[fault.device ?? fault.place, fault.symptom].filter((part) => part !== '').join(' ')].slice(0, 200).join(''),
    state: fault.contested ? 'contested' : fault.state,
    nextCode: nextStep(fault.state) ?? '',
    next: fault.waitingFor ?? '',
    holder: fault.engineer ?? '',
    since: fault.reportedAt,
    highRisk: fault.highRisk,
  }));
}
