import { Button } from '@mantine/core';
import { type ProfileCard, serviceProfiles } from '../../shared/service-profiles/contract';
import { differencesOf } from '../../shared/service-profiles/differences';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { pathOf } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useAnyWord, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { differenceInWords, placeInWords } from './difference-words';
import { useEditing } from './editing';
import { EffectList } from './EffectList';

export interface PublishEditorProps {
  before: ServiceProfile;
  /** The version the draft began from. */
  basedOn: string;
  number: number;
  isCopy: boolean;
  /** The profile as it is now, where the draft is an edit of it. */
  card: ProfileCard;
  reason: string;
  onReason: (reason: string) => void;
  onPublished: () => void;
}

/** What is wrong, what changes, and publishing it. */
export function PublishEditor({ before, basedOn, number, isCopy, card, reason, onReason, onPublished }: PublishEditorProps) {
  const { profile, words, problems } = useEditing();
  const t = useWords('serviceProfiles');
  const any = useAnyWord();
  const shell = useShell();
  const publish = useCommand(serviceProfiles.publish);
  const speech = { t, any, words };
  const changes = differencesOf(before, profile);
  const newest = card.versions.find(({ version }) => version === card.newest);
  const isOld = !isCopy && card.newest !== basedOn;
  const ready = problems.length === 0 && changes.length > 0 && !isOld && reason.trim() !== '';
  const send = async () => {
    if (!ready) return;
    const answer = await publish.send({ profile, basedOn, reason });
    if (!answer.ok) return;
    shell.say(t('edit.published', { number: answer.value.number }));
    onPublished();
  };
  return (
    <div className={styles.column}>
      {isOld && <Notice urgency="amber">{t('edit.newerThere', { number: newest?.number ?? number, author: newest?.author ?? '' })}</Notice>}
      <Panel title={problems.length === 0 ? t('edit.noProblems') : t('edit.problems', { count: problems.length })}>
        {problems.length > 0 && (
          <ul className={styles.changes}>
            {problems.map(({ path, rule, words: sentence }) => (
              <li key={`${path} ${rule}`}>
                {t('edit.problemAt', {
                  where: placeInWords(pathOf(path), [profile], speech),
                  what: words.say(sentence),
                })}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={isCopy ? t('edit.copyChanges', { number, name: words.say(before.name) }) : t('edit.changes', { number })}>
        {changes.length === 0 ? (
          <span className={styles.quiet}>{t('edit.noChanges')}</span>
        ) : (
          <ul className={styles.changes}>
            {changes.map((change) => (
              <li key={change.path.join('.')}>{differenceInWords(change, [before, profile], speech)}</li>
            ))}
          </ul>
        )}
      </Panel>
      {!isCopy && problems.length === 0 && changes.length > 0 && <EffectList code={card.code} profile={profile} />}
      <Panel>
        <Form
          onSubmit={() => void send()}
          busy={publish.busy}
          label={t(isCopy ? 'edit.publishCopy' : 'edit.publish')}
          actions={
            <Button type="submit" disabled={!ready} loading={publish.busy}>
              {t(isCopy ? 'edit.publishCopy' : 'edit.publish')}
            </Button>
          }
        >
          <TextField label={t('edit.reason')} value={reason} onChange={onReason} maxLength={500} required width="36rem" />
          <RefusalNote refusal={publish.refusal} />
        </Form>
      </Panel>
    </div>
  );
}
