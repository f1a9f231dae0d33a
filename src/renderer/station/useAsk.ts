import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Answer } from '../../shared/answer';
import type { CommandContract, InputOf, OutputOf, QueryContract } from '../../shared/contract';
import { askWhoIsHere } from './query-client';
import { useBridge } from './StationProvider';
import { ask } from './useStation';

/** Asks once, outside of what is shown: for what is read and let go (a draft, a file). Rejects with RefusedAnswer. */
export function useAsk() {
  const bridge = useBridge();
  return useCallback(
    <P extends QueryContract>(procedure: P, input: InputOf<P>): Promise<OutputOf<P>> => ask(bridge, procedure, input),
    [bridge],
  );
}

/** Sends a command without a form around it. Never throws; the answer says how it went. */
export function useTell() {
  const bridge = useBridge();
  const client = useQueryClient();
  return useCallback(
    async <P extends CommandContract>(procedure: P, input: InputOf<P>): Promise<Answer<OutputOf<P>>> => {
      const answer = (await bridge.call(procedure.name, input).catch((thrown: unknown) => {
        console.error(procedure.name, thrown);
        return { ok: false, refusal: { code: 'failed' } };
      })) as Answer<OutputOf<P>>;
      // The session ended or was locked from elsewhere: the shell has to know, so that it shows the right door.
      if (!answer.ok) askWhoIsHere(client, answer.refusal.code);
      return answer;
    },
    [bridge, client],
  );
}
