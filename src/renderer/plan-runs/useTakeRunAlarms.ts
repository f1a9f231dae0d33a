import { useCallback } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunAlarm } from '../../shared/plan-runs/record';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { describeRefusal, useTell } from '../station';

/** Takes alarms of runs in one step and says how many it were. */
export function useTakeRunAlarms(): (alarms: readonly Pick<RunAlarm, 'run' | 'key'>[]) => Promise<void> {
  const t = useWords('planRuns');
  const word = useAnyWord();
  const shell = useShell();
  const tell = useTell();
  return useCallback(
    async (alarms) => {
      const answers = await Promise.all(alarms.map(({ run, key }) => tell(planRuns.takeAlarm, { id: run, alarm: key })));
      const refused = answers.find((answer) => !answer.ok);
      shell.say(
        refused && !refused.ok
          ? describeRefusal(word, { ...refused.refusal, procedure: planRuns.takeAlarm.name })
          : t('alarm.taken', { n: answers.length }),
      );
    },
    [t, word, shell, tell],
  );
}
