import { useCallback } from 'react';
import type { FaultAlarm } from '../../shared/faults/alarm-list';
import { faults } from '../../shared/faults/contract';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { describeRefusal, useTell } from '../station';

/** Takes alarms in one step and says how many it were. */
export function useTake(): (alarms: readonly FaultAlarm[]) => Promise<void> {
  const t = useWords('alarms');
  const word = useAnyWord();
  const shell = useShell();
  const tell = useTell();
  return useCallback(
    async (alarms) => {
      if (alarms.length === 0) {
        shell.say(t('strip.nothing'));
        return;
      }
      const named = alarms.map(({ id, clock, round, level }) => ({ id, clock, round, level }));
      const answer = await tell(faults.takeAlarms, { alarms: named });
      shell.say(
        answer.ok
          ? t('strip.taken', { n: answer.value.taken })
          : describeRefusal(word, { ...answer.refusal, procedure: faults.takeAlarms.name }),
      );
    },
    [t, word, shell, tell],
  );
}
