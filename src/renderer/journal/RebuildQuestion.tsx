import { journal } from '../../shared/journal/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { RefusalNote } from '../widgets/RefusalNote';

/** Drops and refolds every projection; asks once more before. */
export function RebuildQuestion() {
  const t = useWords('journal');
  const shell = useShell();
  const rebuild = useCommand(journal.rebuild);
  return (
    <>
      <ConfirmInline
        label={t('rebuild.label')}
        question={t('rebuild.question')}
        busy={rebuild.busy}
        onConfirm={async () => {
          const answer = await rebuild.send({});
          if (answer.ok) shell.say(t('rebuild.done', { n: answer.value.streams }));
          return answer.ok;
        }}
      />
      <RefusalNote refusal={rebuild.refusal} />
    </>
  );
}
