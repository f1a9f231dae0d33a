import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf, QueryContract } from '../../shared/contract';
import { useBridge, useStationState } from './StationProvider';
import { refusalOf } from './station-refusal';
import { ask, datedAt, type StationAnswer, type StationOptions } from './useStation';

export interface StationPages<O> extends StationAnswer<O[]> {
  /** Asks for the next page; does nothing at the end or while one is on its way. */
  more: () => void;
  hasMore: boolean;
}

/** Like useStation for long lists: `next` says which part of the input changes for the page after `last`, undefined at the end. */
export function useStationPages<P extends QueryContract>(
  procedure: P,
  input: InputOf<P>,
  next: (last: OutputOf<P>) => Partial<InputOf<P>> | undefined,
  options: StationOptions = {},
): StationPages<OutputOf<P>> {
  const bridge = useBridge();
  const state = useStationState();
  const result = useInfiniteQuery({
    queryKey: [procedure.name, input, 'pages'],
    queryFn: ({ pageParam }) => ask(bridge, procedure, { ...(input as object), ...(pageParam as object) } as InputOf<P>),
    initialPageParam: {} as Partial<InputOf<P>>,
    getNextPageParam: (last: OutputOf<P>) => next(last),
    meta: { reads: procedure.reads, access: procedure.roles },
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
    refetchInterval: options.every ?? false,
  });
  const refusal = result.error ? refusalOf(result.error, procedure.name) : undefined;
  return {
    data: result.data?.pages as OutputOf<P>[] | undefined,
    refusal,
    ...datedAt(result.dataUpdatedAt),
    stale: result.data !== undefined && (refusal !== undefined || state === 'down'),
    waiting: result.data === undefined && refusal === undefined && (options.enabled ?? true),
    again: () => void result.refetch(),
    hasMore: result.hasNextPage,
    more: () => {
      if (result.hasNextPage && !result.isFetchingNextPage) void result.fetchNextPage();
    },
  };
}
