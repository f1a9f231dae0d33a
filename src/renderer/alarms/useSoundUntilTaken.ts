import { useEffect, useRef } from 'react';
import { second } from '../../shared/time';
import { useDeskShell, useStation } from '../station';
import { alarms as alarmsContract } from '../../shared/alarms/contract';
import { play } from './sounds';
import { useMute } from './useAlarms';

/** Red sounds at least this often until somebody takes it, ms. */
const redAgain = 30 * second;

/** What is told to the officer at the desk and nobody has taken. */
export interface ToldNow {
  key: string;
  level: 'amber' | 'red';
  toldAt: number;
}

/** Sounds and a note of the system for what another slice tells: red again and again until taken, amber once. Neither while muted. */
export function useSoundUntilTaken(told: readonly ToldNow[] | undefined, note: (n: number) => { title: string; body: string }): void {
  const { notify } = useDeskShell();
  const desk = useStation(alarmsContract.desk, {});
  const muted = useMute() !== undefined;
  const known = desk.data !== undefined || desk.refusal !== undefined;
  const heard = useRef(new Map<string, number>());
  const latest = useRef({ told, note });
  useEffect(() => {
    latest.current = { told, note };
  });
  const signature = told && JSON.stringify(told);
  useEffect(() => {
    const now = latest.current.told;
    // Not before it is known whether the desk is muted.
    if (!now || signature === undefined || !known) return;
    const fresh = now.filter(({ key, toldAt }) => toldAt > (heard.current.get(key) ?? Number.NEGATIVE_INFINITY));
    heard.current = new Map(now.map(({ key, toldAt }) => [key, toldAt]));
    if (fresh.length === 0 || muted) return;
    const urgent = fresh.some(({ level }) => level === 'red');
    play(urgent ? 'red' : 'amber');
    // Who looks at the window sees amber there.
    if (urgent || !document.hasFocus()) void notify({ ...latest.current.note(now.length), urgent });
  }, [signature, known, muted, notify]);

  const sounding = known && !muted && (told?.some(({ level }) => level === 'red') ?? false);
  useEffect(() => {
    if (!sounding) return;
    const timer = setInterval(() => play('red'), redAgain);
    return () => clearInterval(timer);
  }, [sounding]);
}
