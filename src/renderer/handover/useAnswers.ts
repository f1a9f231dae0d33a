import { useCallback, useMemo, useState } from 'react';
import { type HandoverVersion, handover } from '../../shared/handover/contract';
import type { Answer } from '../../shared/handover/events';
import { type StationRefusal, useTell } from '../station';

export type AnswerGiven = Pick<HandoverVersion['answers'][number], 'answer' | 'text' | 'restated' | 'talk'>;

export interface Answers {
  of: (item: string) => AnswerGiven | undefined;
  /** Neither known nor objected to: not answered, or an open question. */
  isOpen: (item: string) => boolean;
  give: (answer: Answer) => Promise<boolean>;
  reply: (item: string, text: string) => Promise<boolean>;
  refusal: StationRefusal | undefined;
  /** The item it was refused for. */
  refused: string | undefined;
}

/** The answers of the incoming officer: each goes to the station at once, and counts here before the station has said so. */
export function useAnswers(shift: string, version: HandoverVersion | undefined): Answers {
  const tell = useTell();
  const [sent, setSent] = useState<Readonly<Record<string, { answer: Answer; settled: boolean }>>>({});
  const [failure, setFailure] = useState<{ refusal: StationRefusal; item: string }>();
  const id = version?.id;
  const known = useMemo(() => new Map((version?.answers ?? []).map((answer) => [answer.item, answer])), [version]);

  // What the station shows by now is no longer ours to remember.
  const [heard, setHeard] = useState(known);
  if (heard !== known) {
    setHeard(known);
    const left = Object.entries(sent).filter(([item, { answer, settled }]) => !settled || known.get(item)?.answer !== answer.answer);
    if (left.length < Object.keys(sent).length) setSent(Object.fromEntries(left));
  }

  const of = useCallback(
    (item: string): AnswerGiven | undefined => {
      const own = sent[item]?.answer;
      const shown = known.get(item);
      return own ? { ...own, talk: shown?.talk ?? [] } : shown;
    },
    [sent, known],
  );
  const isOpen = useCallback((item: string) => !['known', 'objection'].includes(of(item)?.answer ?? ''), [of]);

  const give = useCallback(
    async (answer: Answer) => {
      if (id === undefined) return false;
      setFailure(undefined);
      setSent((before) => ({ ...before, [answer.item]: { answer, settled: false } }));
      const said = await tell(handover.answer, { shift, version: id, answers: [answer] });
      if (said.ok) {
        setSent((before) => (before[answer.item] ? { ...before, [answer.item]: { answer, settled: true } } : before));
        return true;
      }
      setSent(({ [answer.item]: _, ...others }) => others);
      setFailure({ refusal: { ...said.refusal, procedure: handover.answer.name }, item: answer.item });
      return false;
    },
    [id, shift, tell],
  );
  const reply = useCallback(
    async (item: string, text: string) => {
      if (id === undefined) return false;
      setFailure(undefined);
      const said = await tell(handover.reply, { shift, version: id, item, text });
      if (!said.ok) setFailure({ refusal: { ...said.refusal, procedure: handover.reply.name }, item });
      return said.ok;
    },
    [id, shift, tell],
  );
  return { of, isOpen, give, reply, refusal: failure?.refusal, refused: failure?.item };
}
