import { useEffect, useRef } from 'react';
import type { FaultAlarm } from '../../shared/faults/alarm-list';
import { now } from '../clock';
import { useLanguage, useWords } from '../i18n/useWords';
import { useDeskShell } from '../station';
import { alarmPlace, alarmSentence } from './alarm-words';
import { type Heard, heardOf, newlyTold, redAgain, soundOf } from './soundings';
import { play } from './sounds';

/** Sounds and notes of the system for what is told: red again and again until taken, amber once, softly. Neither while muted. */
export function useSounding(alarms: readonly FaultAlarm[] | undefined, redToTake: number, muted: boolean | undefined): void {
  const t = useWords('alarms');
  const common = useWords('common');
  const language = useLanguage();
  const { notify } = useDeskShell();
  const heard = useRef<Heard>(new Map());
  const say = useRef<(told: readonly FaultAlarm[]) => void>(() => {});
  useEffect(() => {
    say.current = (told) => {
      const [first] = told;
      const urgent = soundOf(told) === 'red';
      // Who looks at the window sees amber there: a hand is raised once.
      if (!first || (!urgent && document.hasFocus())) return;
      const red = told.filter(({ level }) => level === 'red').length;
      const named = first.number !== '';
      const line = named ? `${alarmPlace(first)} ${alarmSentence(t, common, language, first, now())}` : t('note.locked');
      const many = told.length > 1 ? `${t('note.many', { red, amber: told.length - red })}\n` : '';
      void notify({
        title: named ? `${t(urgent ? 'note.red' : 'note.amber')} ${first.number}` : t(urgent ? 'note.red' : 'note.amber'),
        body: `${many}${line}`,
        urgent,
        ...(named ? { record: { kind: 'fault', id: first.id, title: first.number } } : {}),
      });
    };
  });

  useEffect(() => {
    // Not before it is known whether the desk is muted.
    if (!alarms || muted === undefined) return;
    const told = newlyTold(heard.current, alarms);
    heard.current = heardOf(alarms);
    const sound = soundOf(told);
    if (!sound || muted) return;
    play(sound);
    say.current(told);
  }, [alarms, muted]);

  const sounding = redToTake > 0 && muted === false;
  useEffect(() => {
    if (!sounding) return;
    const timer = setInterval(() => play('red'), redAgain);
    return () => clearInterval(timer);
  }, [sounding]);
}
