import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Bridge } from '../../shared/bridge';
import type { InputOf, OutputOf, QueryContract } from '../../shared/contract';
import { door } from '../../shared/door';
import { correctClock, now, stationTimeOf } from '../clock';
import { useBridge, useStationState } from './StationProvider';
import { RefusedAnswer, refusalOf, type StationRefusal } from './station-refusal';

export interface StationAnswer<O> {
  /** The last good answer, also while it is asked again or when the newest try was refused. Undefined before the first one. */
  data: O | undefined;
  /** Why the newest try gave no answer. */
  refusal: StationRefusal | undefined;
  /** When `data` was answered, station time; 0 before the first answer. */
  since: number;
  /** How old `data` is at this rendering, ms. For a text that counts on, give `since` to StaleMark. */
  age: number;
  /** `data` is not proven any more: the station is away, or the newest try was refused. Show it grey. */
  stale: boolean;
  /** A first answer is on its way and there is nothing yet to show. */
  waiting: boolean;
  /** Asks again now. */
  again: () => void;
}

export interface StationOptions {
  /** False: do not ask (yet). */
  enabled?: boolean | undefined;
  /** While the answer to a changed input is on its way, go on showing the answer to the former input (searches, filters). Never for one record's details. */
  keepPrevious?: boolean | undefined;
  /** Ask again by itself every so many milliseconds, for what no push announces. */
  every?: number | undefined;
}

/** Asks one procedure over the bridge; throws RefusedAnswer so that react-query keeps the former answer. */
export async function ask<P extends QueryContract>(bridge: Bridge, procedure: P, input: InputOf<P>): Promise<OutputOf<P>> {
  const answer = await bridge.call(procedure.name, input).catch((thrown: unknown) => {
    console.error(procedure.name, thrown);
    throw new RefusedAnswer({ code: 'failed', procedure: procedure.name });
  });
  if (!answer.ok) throw new RefusedAnswer({ ...answer.refusal, procedure: procedure.name });
  if (procedure.name === door.status.name) correctClock((answer.value as OutputOf<typeof door.status>).now);
  return answer.value as OutputOf<P>;
}

/** When an answer came and how old it is now, in station time. */
export function datedAt(machineAt: number): { since: number; age: number } {
  if (machineAt === 0) return { since: 0, age: 0 };
  const since = stationTimeOf(machineAt);
  return { since, age: Math.max(0, now() - since) };
}

/** A screen's one hook in: what the station answers to `procedure`, kept fresh by what it announces. */
export function useStation<P extends QueryContract>(
  procedure: P,
  input: InputOf<P>,
  options: StationOptions = {},
): StationAnswer<OutputOf<P>> {
  const bridge = useBridge();
  const state = useStationState();
  const result = useQuery({
    queryKey: [procedure.name, input],
    queryFn: () => ask(bridge, procedure, input),
    meta: { reads: procedure.reads, access: procedure.roles },
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
    refetchInterval: options.every ?? false,
    refetchOnMount: options.every === undefined ? true : 'always',
  });
  return useAnswered<OutputOf<P>>(result as UseQueryResult<OutputOf<P>>, procedure, state === 'down', options.enabled ?? true);
}

/** How the changes of a long answer are followed. */
export interface Following<P extends QueryContract, T> {
  /** What is added to the input so that only what changed since `former` is told. */
  known: (former: T) => Partial<InputOf<P>>;
  take: (former: T | undefined, answer: OutputOf<P>) => T;
}

/** As useStation, for an answer of thousands: asked again, only what changed since travels. `following` must stay the same object. */
export function useFollowed<P extends QueryContract, T>(
  procedure: P,
  input: InputOf<P>,
  following: Following<P, T>,
  options: Pick<StationOptions, 'keepPrevious'> = {},
): StationAnswer<T> {
  const bridge = useBridge();
  const state = useStationState();
  const client = useQueryClient();
  const queryKey = [procedure.name, input, 'followed'];
  const result = useQuery({
    queryKey,
    queryFn: async () => {
      const former = client.getQueryData<T>(queryKey);
      const known = former === undefined ? {} : following.known(former);
      return following.take(former, await ask(bridge, procedure, { ...(input as object), ...known } as InputOf<P>));
    },
    meta: { reads: procedure.reads, access: procedure.roles },
    // What did not change is the same object already: thousands of cards need not be compared.
    structuralSharing: false,
    placeholderData: options.keepPrevious ? (keepPreviousData as never) : undefined,
  });
  return useAnswered<T>(result as UseQueryResult<T>, procedure, state === 'down', true);
}

function useAnswered<T>(result: UseQueryResult<T>, procedure: QueryContract, down: boolean, enabled: boolean): StationAnswer<T> {
  const { refetch } = result;
  // Always the same: an effect that asks again must not run because it asked.
  const again = useCallback(() => void refetch(), [refetch]);
  const refusal = result.error ? refusalOf(result.error, procedure.name) : undefined;
  return {
    data: result.data,
    refusal,
    ...datedAt(result.dataUpdatedAt),
    stale: result.data !== undefined && (refusal !== undefined || down),
    waiting: result.data === undefined && refusal === undefined && enabled,
    again,
  };
}
