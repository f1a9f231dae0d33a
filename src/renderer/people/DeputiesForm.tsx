import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { people, type PersonDetails } from '../../shared/people/contract';
import { mostDeputies, type PersonCard } from '../../shared/people/person';
import { phoneForEyes } from '../../shared/people/phones';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './PersonPanel.module.css';
import { PersonFinder } from './PersonFinder';

/** Who stands in for a person, in the order in which they are called. */
export function DeputiesForm({ person, onDone }: { person: PersonDetails; onDone: () => void }) {
  const t = useWords('people');
  const shell = useShell();
  const command = useCommand(people.setDeputies);
  const [deputies, setDeputies] = useState<readonly PersonCard[]>(person.deputies);
  const [text, setText] = useState('');

  const submit = async () => {
    const answer = await command.send({ id: person.id, deputies: deputies.map(({ id }) => id) });
    if (!answer.ok) return;
    shell.say(t('deputies.saved', { name: person.name }));
    onDone();
  };
  const add = (deputy: PersonCard) => {
    if (!deputies.some(({ id }) => id === deputy.id)) setDeputies([...deputies, deputy]);
    setText('');
    command.clear();
  };
  const move = (from: number, to: number) => {
    const next = [...deputies];
    const [moved] = next.splice(from, 1);
    if (moved) next.splice(to, 0, moved);
    setDeputies(next);
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t('deputies.title', { name: person.name })}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {t('common:save')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <div>
        <strong>{t('deputies.title', { name: person.name })}</strong>
        <div className={styles.hint}>{t('deputies.now', { n: mostDeputies })}</div>
      </div>
      <div>
        {deputies.map((deputy, i) => (
          <div key={deputy.id} className={styles.deputy}>
            <span className={styles.hint}>{i + 1}</span>
            <span>
              {deputy.name} <span className={styles.hint}>{[deputy.post, deputy.group].filter(Boolean).join(' · ')}</span>
            </span>
            {deputy.left ? (
              <StatusTag>{t('list.left')}</StatusTag>
            ) : (
              <span>{phoneForEyes(deputy.phone || (deputy.otherPhones[0] ?? ''))}</span>
            )}
            <span className={styles.buttons}>
              <ActionIcon
                variant="default"
                disabled={i === 0}
                aria-label={`${t('deputies.up')} ${deputy.name}`}
                onClick={() => move(i, i - 1)}
              >
                <IconArrowUp size="1rem" aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                disabled={i === deputies.length - 1}
                aria-label={`${t('deputies.down')} ${deputy.name}`}
                onClick={() => move(i, i + 1)}
              >
                <IconArrowDown size="1rem" aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={`${t('deputies.remove')} ${deputy.name}`}
                onClick={() => setDeputies(deputies.filter(({ id }) => id !== deputy.id))}
              >
                <IconX size="1rem" aria-hidden />
              </ActionIcon>
            </span>
          </div>
        ))}
        {deputies.length === 0 && <span className={styles.none}>{t('one.deputiesNone')}</span>}
      </div>
      {deputies.length < mostDeputies ? (
        <PersonFinder
          label={t('deputies.add')}
          text={text}
          onText={setText}
          picked={false}
          onPick={add}
          onUnpick={() => setText('')}
          startHere
        />
      ) : (
        <span className={styles.hint}>{t('deputies.full', { n: mostDeputies })}</span>
      )}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
