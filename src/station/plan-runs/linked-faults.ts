import type { RunFault } from '../../shared/plan-runs/record';
import type { RunState } from '../../shared/plan-runs/said';
import { isFinal } from '../../shared/faults/states';
import { faultById } from '../faults';
import type { Context } from '../handler';

/** Faults of a run as they stand now: linked by a person, and noticed by the station on something the plan depends on. */
export function faultsOfRun(run: Pick<RunState, 'said'>, { raw }: Pick<Context, 'raw'>): RunFault[] {
  const faults = new Map<string, RunFault>();
  for (const one of run.said) {
    if (one.verb === 'linkFault') {
      const { id, number, title } = one.fault;
      faults.set(id, { id, number, title, open: true, linked: true, at: one.at, ...(one.step === undefined ? {} : { step: one.step }) });
    } else if (one.verb === 'faultNoticed' && !faults.has(one.fault.id)) {
      faults.set(one.fault.id, { ...one.fault, open: true, linked: false, at: one.at });
    } else if (one.verb === 'unlinkFault') faults.delete(one.fault);
  }
  return [...faults.values()].map((fault) => {
    const state = faultById(raw, fault.id)?.state;
    return { ...fault, ...(state === undefined ? {} : { state, open: !isFinal(state) }) };
  });
}

/** How many faults found by each check are not closed. */
export function openFaultsByStep(whole: { run: Pick<RunState, 'said'> }, context: Pick<Context, 'raw'>): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const { step, open: isOpen } of faultsOfRun(whole.run, context)) {
    if (step !== undefined && isOpen) open.set(step, (open.get(step) ?? 0) + 1);
  }
  return open;
}
