import { useCallback, useEffect, useRef, useState } from 'react';
import type { Instant } from '../../shared/time';
import { drafts } from '../../shared/drafts/contract';
import { useAsk, useTell } from '../station';

export interface Draft<T extends object> {
  value: T;
  /** Changes some fields; saved a moment later without being asked. */
  change: (fields: Partial<T>) => void;
  /** The former draft has been looked for. Fields may be shown before; what was typed meanwhile wins. */
  loaded: boolean;
  /** When what stands here was found again from an earlier time: its moment. */
  restored: Instant | undefined;
  /** After the form was accepted, or on purpose: empties the form and forgets the draft. */
  discard: () => void;
}

const pause = 250;
const retry = 2_000;
const open = new Set<() => Promise<void>>();

/** Saves every open draft now; before the officer leaves the desk. Never throws. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...open].map((flush) => flush()));
}

/**
 * What an officer types and has not sent yet: kept by the station for this officer at this desk, so that it survives a closed
 * panel, a change of officer and a killed process. `key` names it (`dutyLog.new`, `fault:<id>.note`); `empty` is the untouched form.
 * The value must be plain data.
 */
export function useDraft<T extends object>(key: string, empty: T): Draft<T> {
  const ask = useAsk();
  const tell = useTell();
  const [value, setValue] = useState(empty);
  const [loaded, setLoaded] = useState(false);
  const [restored, setRestored] = useState<Instant>();
  const kept = useRef({ value: empty, empty, touched: false, dirty: false, timer: undefined as ReturnType<typeof setTimeout> | undefined });

  const flush = useCallback(async (): Promise<void> => {
    const state = kept.current;
    clearTimeout(state.timer);
    if (!state.dirty) return;
    state.dirty = false;
    const content = JSON.stringify(state.value);
    const answer =
      content === JSON.stringify(state.empty) ? await tell(drafts.discard, { key }) : await tell(drafts.save, { key, content });
    // The station may be restarting: what is typed stays here and is tried again.
    if (!answer.ok) state.dirty = true;
  }, [key, tell]);

  useEffect(() => {
    let here = true;
    void ask(drafts.load, { key }).then(
      (found) => {
        if (!here) return;
        const state = kept.current;
        if (found && !state.touched) {
          try {
            state.value = { ...state.empty, ...(JSON.parse(found.content) as Partial<T>) };
            setValue(state.value);
            setRestored(found.at);
          } catch {
            // A draft that cannot be read is none; the next key typed replaces it.
          }
        }
        setLoaded(true);
      },
      () => here && setLoaded(true),
    );
    open.add(flush);
    const again = setInterval(() => void flush(), retry);
    return () => {
      here = false;
      clearInterval(again);
      open.delete(flush);
      void flush();
    };
  }, [ask, flush, key]);

  const change = useCallback(
    (fields: Partial<T>) => {
      const state = kept.current;
      state.value = { ...state.value, ...fields };
      state.touched = true;
      state.dirty = true;
      setValue(state.value);
      clearTimeout(state.timer);
      state.timer = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  const discard = useCallback(() => {
    const state = kept.current;
    clearTimeout(state.timer);
    state.value = state.empty;
    state.touched = true;
    state.dirty = true;
    setValue(state.empty);
    setRestored(undefined);
    void flush();
  }, [flush]);

  return { value, change, loaded, restored, discard };
}
