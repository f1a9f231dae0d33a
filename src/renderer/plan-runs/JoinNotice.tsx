import { IconArrowsJoin } from '@tabler/icons-react';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';

/** Two desks activated one plan apart: both runs stand until somebody joins them; no tick is lost. */
export function JoinNotice({ run }: { run: Pick<RunRecord, 'id' | 'twins' | 'number'> }) {
  const t = useWords('planRuns');
  const shell = useShell();
  const may = useMay(planRuns.join);
  const join = useCommand(planRuns.join);
  return run.twins.map(({ id: other, number }) => (
    <Notice
      key={other}
      urgency="amber"
      icon={IconArrowsJoin}
      title={t('join.title', { number })}
      actions={
        may && (
          <ConfirmInline
            label={t('join.join', { number })}
            question={t('join.question', { number, own: run.number })}
            reasonLabel={t('common:reason')}
            busy={join.busy}
            onConfirm={async (reason) => {
              const answer = await join.send({ id: run.id, other, reason });
              if (answer.ok) shell.say(t('join.done', { number }));
              return answer.ok;
            }}
          />
        )
      }
    >
      {join.refusal && <RefusalNote refusal={join.refusal} />}
    </Notice>
  ));
}
