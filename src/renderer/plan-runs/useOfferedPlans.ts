import { calendar } from '../../shared/calendar/contract';
import { plans } from '../../shared/plans/contract';
import { minute, yearIn } from '../../shared/time';
import { warnings } from '../../shared/warnings/contract';
import { useNow } from '../clock';
import { useStation, useZone } from '../station';
import { likelyPlans, type OfferedPlan } from './likely-plans';

/** Plans to activate, the likely first; undefined until all that decides their order is known, for a number key means one of them. */
export function useOfferedPlans(): OfferedPlan[] | undefined {
  const zone = useZone();
  const now = useNow(minute);
  const year = yearIn(zone, now);
  const cards = useStation(plans.list, {});
  const warned = useStation(warnings.list, {});
  const days = useStation(calendar.year, { year });
  const next = useStation(calendar.year, { year: year + 1 });
  if (!cards.data || warned.waiting || days.waiting || next.waiting) return undefined;
  return likelyPlans(cards.data, {
    warnings: warned.data ?? [],
    days: [...(days.data?.days ?? []), ...(next.data?.days ?? [])],
    zone,
    now,
  });
}
