import { type Query, QueryCache, QueryClient } from '@tanstack/react-query';
import { door } from '../../shared/door';
import { RefusedAnswer } from './station-refusal';

/** One store of answers per window. Answers never age by themselves: the station says what changed. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof RefusedAnswer && query.queryKey[0] !== door.current.name) askWhoIsHere(client, error.refusal.code);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 30 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}

/** Refusals that say the session is not what this window believes. */
const doors = ['notSignedIn', 'sessionLocked', 'passwordMustChange'];

/** After a refusal that means the session ended or was locked from elsewhere, asks who is signed in, so that the right door is shown. */
export function askWhoIsHere(client: QueryClient, code: string): void {
  if (doors.includes(code)) void client.invalidateQueries({ queryKey: [door.current.name] });
}

function readsOf(query: Query): readonly string[] {
  return (query.meta?.reads as readonly string[] | undefined) ?? [];
}

/** Asks again for every answer that one of the changed slices made old. Unseen answers are asked again when they are next shown. */
export function invalidateReading(client: QueryClient, slices: readonly string[]): void {
  void client.invalidateQueries({
    predicate: (query) => readsOf(query).some((slice) => slice === '*' || slices.includes(slice)),
  });
}

/** Forgets every answer given to the officer who leaves; only what anyone may know stays. */
export function forgetOfficerAnswers(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.meta?.access !== 'anyone' });
}
