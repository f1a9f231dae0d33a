import { planRuns } from '../../shared/plan-runs/contract';
import type { RunCard, RunRecord } from '../../shared/plan-runs/record';
import { useAgainAt } from '../alarms';
import { type StationAnswer, useStation } from '../station';

/** The runs under way, asked again when something of one falls due. */
export function useRuns(all = false): StationAnswer<RunCard[]> {
  const answer = useStation(planRuns.list, { all }, { keepPrevious: true });
  useAgainAt(earliest(answer.data), answer);
  return answer;
}

/** One run whole, asked again when something of it falls due. */
export function useRun(id: string): StationAnswer<RunRecord> {
  const answer = useStation(planRuns.one, { id });
  useAgainAt(answer.data?.nextDue, answer);
  return answer;
}

function earliest(runs: readonly RunCard[] | undefined): number | undefined {
  const moments = (runs ?? []).flatMap(({ nextDue }) => nextDue ?? []);
  return moments.length === 0 ? undefined : Math.min(...moments);
}
