import { type Load, loadsOf, outOf } from '../../shared/plan-runs/kit';
import type { RunRecord } from '../../shared/plan-runs/record';

export type KitLine = RunRecord['kit'][number];
export interface Count {
  item: string;
  count: number;
}

/** A vehicle of the plan, or one that was added: what it was given, what the list still wants on it. */
export interface Slot {
  /** As it is shown. */
  name: string;
  /** As its issues call it. */
  vehicle: string;
  /** Of the plan: the code of its kind. */
  kind: string | undefined;
  load: Load | undefined;
  /** What the list has for it and it was not given; empty for what goes with no vehicle. */
  wanted: Count[];
  out: Count[];
  lost: number;
}

/**
 * Every vehicle that carries kit, in the order of the plan, then those that were loaded besides; the blank one is what goes with no
 * vehicle. `namesOf` says what the second pick-up of the plan is called, the reader's language first: the other desk may have loaded it in the other one.
 */
export function slotsOf(
  run: Pick<RunRecord, 'kit' | 'kitMoves'>,
  namesOf: (vehicle: KitLine, n: number) => readonly [string, ...string[]],
): Slot[] {
  const loads = loadsOf(run.kitMoves);
  const perVehicle = run.kit.flatMap(({ code, perVehicle: count }) => (count === undefined ? [] : [{ item: code, count }]));
  const planned = run.kit
    .filter(({ carriesKit }) => carriesKit)
    .flatMap((kind) =>
      Array.from({ length: kind.planned }, (_, n) => {
        const names = namesOf(kind, n + 1);
        const vehicle = loads.find((load) => names.includes(load.vehicle))?.vehicle ?? names[0];
        return { name: names[0], vehicle, kind: kind.code };
      }),
    );
  const loose = run.kit.filter(({ perVehicle: on, carriesKit }) => on === undefined && !carriesKit);
  const others = loads.flatMap(({ vehicle }) =>
    vehicle === '' || planned.some((one) => one.vehicle === vehicle) ? [] : [{ name: vehicle, vehicle, kind: undefined }],
  );
  const blank = loose.length > 0 || loads.some(({ vehicle }) => vehicle === '') ? [{ name: '', vehicle: '', kind: undefined }] : [];
  return [...planned, ...others, ...blank].map(({ name, vehicle, kind }) => {
    const load = loads.find((one) => one.vehicle === vehicle);
    const list =
      vehicle === ''
        ? loose.map(({ code, planned: count }) => ({ item: code, count }))
        : [...(kind === undefined ? [] : [{ item: kind, count: 1 }]), ...perVehicle];
    const given = (item: string) => load?.items.find((one) => one.item === item)?.issued ?? 0;
    return {
      name,
      vehicle,
      kind,
      load,
      wanted: list.map(({ item, count }) => ({ item, count: count - given(item) })).filter(({ count }) => count > 0),
      out: (load?.items ?? []).map((one) => ({ item: one.item, count: outOf(one) })).filter(({ count }) => count > 0),
      lost: (load?.items ?? []).filter(({ lost }) => lost > 0).length,
    };
  });
}
