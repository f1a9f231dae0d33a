import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../shared/answer';
import type { CommandContract, InputOf, OutputOf } from '../../shared/contract';
import { askWhoIsHere } from './query-client';
import { useBridge } from './StationProvider';
import type { StationRefusal } from './station-refusal';

export interface StationCommand<P extends CommandContract> {
  /** Sends the command. Never throws: a refusal is part of the answer, and stays in `refusal` until the next try or `clear`. */
  send: (input: InputOf<P>) => Promise<Answer<OutputOf<P>>>;
  busy: boolean;
  refusal: StationRefusal | undefined;
  clear: () => void;
}

/** A screen's one command out. What was typed stays with the screen: clear the form only after `ok`. */
export function useCommand<P extends CommandContract>(procedure: P): StationCommand<P> {
  const bridge = useBridge();
  const client = useQueryClient();
  const [busy, setBusy] = useState(0);
  const [refusal, setRefusal] = useState<StationRefusal>();
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const send = useCallback(
    async (input: InputOf<P>): Promise<Answer<OutputOf<P>>> => {
      setBusy((count) => count + 1);
      setRefusal(undefined);
      const answer = (await bridge.call(procedure.name, input).catch((thrown: unknown) => {
        console.error(procedure.name, thrown);
        return { ok: false, refusal: { code: 'failed' } };
      })) as Answer<OutputOf<P>>;
      // The session ended or was locked from elsewhere: the shell has to know, so that it shows the right door.
      if (!answer.ok) askWhoIsHere(client, answer.refusal.code);
      if (mounted.current) {
        setBusy((count) => count - 1);
        setRefusal(answer.ok ? undefined : { ...answer.refusal, procedure: procedure.name });
      }
      return answer;
    },
    [bridge, client, procedure],
  );
  const clear = useCallback(() => setRefusal(undefined), []);
  return { send, busy: busy > 0, refusal, clear };
}
