import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../shared/answer';
import type { CommandContract, InputOf, OutputOf } from '../../shared/contract';
import type { StationRefusal } from './station-refusal';
import { useTell } from './useAsk';

export interface StationCommand<P extends CommandContract> {
  /** Sends the command. Never throws: a refusal is part of the answer, and stays in `refusal` until the next try or `clear`. */
  send: (input: InputOf<P>) => Promise<Answer<OutputOf<P>>>;
  busy: boolean;
  refusal: StationRefusal | undefined;
  clear: () => void;
}

/** A screen's one command out. What was typed stays with the screen: clear the form only after `ok`. */
export function useCommand<P extends CommandContract>(procedure: P): StationCommand<P> {
  const tell = useTell();
  const [sending, setSending] = useState(0);
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
      setSending((count) => count + 1);
      setRefusal(undefined);
      const answer = await tell(procedure, input);
      if (mounted.current) {
        setSending((count) => count - 1);
        setRefusal(answer.ok ? undefined : { ...answer.refusal, procedure: procedure.name });
      }
      return answer;
    },
    [tell, procedure],
  );
  const clear = useCallback(() => setRefusal(undefined), []);
  return { send, busy: sending > 0, refusal, clear };
}
