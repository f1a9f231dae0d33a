import { Button } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { warnings } from '../../shared/warnings/contract';
import type { HolidayPrompt } from '../../shared/warnings/holiday-prompts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './Warnings.module.css';

/** Holidays that come near, until somebody says whether their preparation begins. */
export function HolidayPrompts() {
  const open = useStation(warnings.prompts, {}).data?.filter((prompt) => prompt.open) ?? [];
  if (open.length === 0) return null;
  return (
    <div className={styles.prompts}>
      {open.map((prompt) => (
        <Prompt key={prompt.id} prompt={prompt} />
      ))}
    </div>
  );
}

function Prompt({ prompt }: { prompt: HolidayPrompt }) {
  const t = useWords('warnings');
  const shell = useShell();
  const mayAnswer = useMay(warnings.answerPrompt);
  const answer = useCommand(warnings.answerPrompt);
  const { id, name, firstDay, lastDay, contested, answers } = prompt;
  const say = async (what: 'start' | 'notNeeded', reason = '') => {
    const said = await answer.send({ id, answer: what, reason });
    if (said.ok) shell.say(t('prompt.done'));
    return said.ok;
  };
  return (
    <Notice
      urgency={contested ? 'amber' : 'blue'}
      icon={IconCalendarEvent}
      title={t('prompt.title', { name })}
      actions={
        mayAnswer && (
          <>
            <Button loading={answer.busy} onClick={() => void say('start')}>
              {t('prompt.start')}
            </Button>
            <ConfirmInline
              label={t('prompt.notNeeded')}
              question={t('prompt.title', { name })}
              reasonLabel={t('prompt.reason')}
              busy={answer.busy}
              onConfirm={(reason) => say('notNeeded', reason)}
            />
          </>
        )
      }
    >
      <div>{t('prompt.days', { firstDay, lastDay })}</div>
      {contested && (
        <>
          <div>{t('prompt.contested')}</div>
          {answers.map((one) => (
            <div key={one.entry}>
              {t('prompt.answered', { letter: one.letter, name: one.author, at: one.at, answer: t(`prompt.${one.answer}`) })}
              {one.reason && ` ${one.reason}`}
            </div>
          ))}
        </>
      )}
      <RefusalNote refusal={answer.refusal} />
    </Notice>
  );
}
