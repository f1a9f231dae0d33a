import { Button } from '@mantine/core';
import { useState } from 'react';
import { type ProfileCard, type ProfileVersionCard, serviceProfiles } from '../../shared/service-profiles/contract';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { ChoiceField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { EffectList } from './EffectList';
import { type ProfileDraft, ProfileEditor } from './ProfileEditor';
import styles from './ProfilesPage.module.css';
import { ProfileView } from './ProfileView';

const nothing: ProfileDraft = { profile: null, basedOn: '', isCopy: false, reason: '' };

/** One profile: the version in use to read, its other versions, and for the administrator the way to a new one. */
export function ChosenProfile({ card }: { card: ProfileCard }) {
  const t = useWords('serviceProfiles');
  const language = useLanguage();
  const mayEdit = useMay(serviceProfiles.publish);
  const draft = useDraft<ProfileDraft>(`serviceProfile.${card.code}`, nothing);
  const [editing, setEditing] = useState(false);
  const [version, setVersion] = useState<string>();
  const shown = card.versions.find((one) => one.version === version) ?? used(card);
  const whole = useStation(serviceProfiles.one, { code: card.code, version: shown?.version });
  const { profile } = draft.value;
  const isEditing = editing && profile !== null;
  const begin = (isCopy: boolean) => {
    if (!whole.data) return;
    const from = whole.data;
    const code = isCopy ? '' : card.code;
    draft.change({ profile: { ...from.profile, code }, basedOn: from.version, isCopy, reason: '' });
    setEditing(true);
  };
  const end = () => {
    draft.discard();
    setEditing(false);
  };
  const published = () => {
    end();
    setVersion(undefined);
  };
  const name = card.name[language];
  return (
    <div className={styles.main}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title}>
            {isEditing ? t(draft.value.isCopy ? 'edit.copyTitle' : 'edit.title', { name }) : `${name} · ${card.code}`}
          </h2>
          <p className={styles.quiet}>{isEditing ? t('edit.now') : card.about[language]}</p>
          {!isEditing && shown?.at !== undefined && shown.reason !== '' && !shown.shipped && (
            <p className={styles.quiet}>{t('list.reason', { reason: shown.reason })}</p>
          )}
        </div>
        <div className={styles.actions}>
          {isEditing ? (
            <>
              <Button variant="default" onClick={() => setEditing(false)}>
                {t('edit.back')}
              </Button>
              <ConfirmInline label={t('edit.discard')} question={t('edit.discardAsk')} onConfirm={() => (end(), true)} />
            </>
          ) : (
            <>
              {shown && card.versions.length > 1 && (
                <ChoiceField
                  label={t('list.version')}
                  value={shown.version}
                  onChange={setVersion}
                  choices={card.versions.map((one) => ({ value: one.version, label: versionLine(one) }))}
                  width="25rem"
                />
              )}
              {mayEdit &&
                (profile ? (
                  <Button onClick={() => setEditing(true)}>{t('action.goOn')}</Button>
                ) : (
                  <>
                    {shown?.version === card.newest && (
                      <Button disabled={!whole.data || !draft.loaded} onClick={() => begin(false)}>
                        {t('action.edit')}
                      </Button>
                    )}
                    <Button variant="default" disabled={!whole.data || !draft.loaded} onClick={() => begin(true)}>
                      {t('action.copy')}
                    </Button>
                  </>
                ))}
            </>
          )}
        </div>
      </div>
      {card.madeApart && <Notice urgency="amber">{t('list.madeApart')}</Notice>}
      {!isEditing && mayEdit && shown && <UseActions card={card} shown={shown} name={name} />}
      {isEditing ? (
        <ProfileEditor card={card} profile={profile} draft={draft} onPublished={published} />
      ) : whole.data ? (
        <>
          {mayEdit && shown?.inUse && <EffectList code={card.code} profile={whole.data.profile} target={shown} />}
          <ProfileView profile={whole.data.profile} />
        </>
      ) : (
        <RefusalNote refusal={whole.refusal} />
      )}
    </div>
  );

  function versionLine(one: ProfileVersionCard): string {
    const line = one.at === undefined || one.shipped ? 'list.versionShipped' : 'list.versionLine';
    const said = t(line, { number: one.number, author: one.author, at: one.at });
    return one.inUse ? `${said} · ${t('list.inUse')}` : said;
  }
}

/** Putting a version in use, taking the profile out, proposing it first: each asks for a reason. */
function UseActions({ card, shown, name }: { card: ProfileCard; shown: ProfileVersionCard; name: string }) {
  const t = useWords('serviceProfiles');
  const shell = useShell();
  const put = useCommand(serviceProfiles.putInUse);
  const take = useCommand(serviceProfiles.takeOutOfUse);
  const usual = useCommand(serviceProfiles.makeUsual);
  const { code } = card;
  const said = (answer: { ok: boolean }, sentence: string) => {
    if (answer.ok) shell.say(sentence);
    return answer.ok;
  };
  return (
    <>
      <div className={styles.actions}>
        {!shown.inUse && (
          <ConfirmInline
            label={t('action.putInUse')}
            question={t('action.putInUseAsk', { number: shown.number })}
            reasonLabel={t('action.reason')}
            busy={put.busy}
            onConfirm={async (reason) =>
              said(await put.send({ code, version: shown.version, reason }), t('action.putInUseDone', { name, number: shown.number }))
            }
          />
        )}
        {card.inUse !== undefined && !card.usual && (
          <ConfirmInline
            label={t('action.usual')}
            question={t('action.usualAsk')}
            reasonLabel={t('action.reason')}
            busy={usual.busy}
            onConfirm={async (reason) => said(await usual.send({ code, reason }), t('action.usualDone', { name }))}
          />
        )}
        {card.inUse !== undefined && (
          <ConfirmInline
            label={t('action.takeOut')}
            question={t('action.takeOutAsk')}
            reasonLabel={t('action.reason')}
            busy={take.busy}
            onConfirm={async (reason) => said(await take.send({ code, reason }), t('action.takeOutDone', { name }))}
          />
        )}
      </div>
      <RefusalNote refusal={put.refusal ?? take.refusal ?? usual.refusal} />
    </>
  );
}

/** The version faults are born under, else the newest. */
function used(card: ProfileCard): ProfileVersionCard | undefined {
  return card.versions.find(({ inUse }) => inUse) ?? card.versions.find(({ version }) => version === card.newest);
}
