import { useState } from 'react';
import { type HandoverView, handover } from '../../shared/handover/contract';
import type { HandoverMode } from '../../shared/handover/events';
import { type StationRefusal, useTell } from '../station';

export const signingSteps = ['outgoing', 'incoming', 'leader'] as const;
export type SigningStep = (typeof signingSteps)[number];

export interface SignatureTyped {
  login: string;
  password: string;
  /** Why somebody signs who is not rostered. */
  reason: string;
  mode: HandoverMode;
  modeReason: string;
  remark: string;
  /** Names of those who were not there. */
  missing: readonly string[];
}

export interface Signing {
  /** Undefined when it was signed, else the code of the refusal. */
  sign: (step: SigningStep, typed: SignatureTyped, seen: string) => Promise<string | undefined>;
  busy: boolean;
  refusal: StationRefusal | undefined;
}

/** The three signatures as commands; a refusal stays until the next try. */
export function useSigning(view: HandoverView): Signing {
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<StationRefusal>();
  const version = view.version?.id ?? '';
  const send = (step: SigningStep, { login, password, reason, mode, modeReason, remark, missing }: SignatureTyped, seen: string) => {
    const own = { shift: view.shift.key, signer: { login: login.trim(), password }, reason };
    switch (step) {
      case 'outgoing':
        return tell(handover.signOutgoing, { ...own, seen, mode, modeReason });
      case 'incoming': {
        const absent = view.next.officers.filter(({ name }) => missing.includes(name));
        return tell(handover.signIncoming, { ...own, version, remark, missing: absent });
      }
      case 'leader':
        return tell(handover.signLeader, { ...own, version, remark });
    }
  };
  const procedures = { outgoing: handover.signOutgoing, incoming: handover.signIncoming, leader: handover.signLeader };
  return {
    busy,
    refusal,
    sign: async (step, typed, seen) => {
      setBusy(true);
      setRefusal(undefined);
      const answer = await send(step, typed, seen);
      setBusy(false);
      if (answer.ok) return undefined;
      setRefusal({ ...answer.refusal, procedure: procedures[step].name });
      return answer.refusal.code;
    },
  };
}
