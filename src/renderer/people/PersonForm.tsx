import { ActionIcon, Autocomplete, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { people, type PersonDetails } from '../../shared/people/contract';
import { genders, type PersonFacts, personFields, tiers } from '../../shared/people/person';
import { rolesOfPost } from '../../shared/people/posts';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useFieldErrors, useStation } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextAreaField, TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './PersonPanel.module.css';
import { changedFacts, factsOf, typedOf, wrongDate, wrongPhone } from './person-form';

export interface PersonFormProps {
  /** The person to change; without one a new person is registered. */
  person?: PersonDetails;
  /** What a new person begins with, such as a row of a spreadsheet; `draft` then names it. */
  start?: PersonFacts;
  draft?: string;
  onDone?: () => void;
}

/** Registers a person, or changes one. */
export function PersonForm({ person, start, draft: name = 'people.register', onDone }: PersonFormProps) {
  const t = useWords('people');
  const shell = useShell();
  const register = useCommand(people.register);
  const change = useCommand(people.change);
  const command = person ? change : register;
  const fieldError = useFieldErrors(command.refusal);
  const groups = useStation(people.list, {}).data?.groups;
  // What was on record when the form was opened: only what differs from it is sent.
  const [before] = useState(person ? factsOfDetails(person) : start);
  const draft = useDraft(person ? `person:${person.id}.edit` : name, typedOf(before));
  const [tried, setTried] = useState(false);
  const typed = draft.value;
  const { change: set } = draft;

  const badPhone = wrongPhone(typed.phone);
  const badOther = wrongPhone(typed.otherPhones);
  const missing = typed.name.trim() === '';
  const missingOrganisation = typed.outside && typed.organisation.trim() === '';
  const badQualification = typed.qualifications.some(
    ({ name: what, expires }) => wrongDate(expires) || (what.trim() === '' && expires.trim() === ''),
  );

  const submit = async () => {
    setTried(true);
    if (!draft.loaded || badPhone || badOther || missing || missingOrganisation || badQualification) return;
    const facts = factsOf(typed);
    const answer = person
      ? await change.send({
          id: person.id,
          ...changedFacts(
            before as PersonFacts,
            facts,
            person.contested.map(({ field }) => field),
          ),
        })
      : await register.send(facts);
    if (!answer.ok) return;
    draft.discard();
    shell.say(t(person ? 'form.saved' : 'form.registered', { name: facts.name }));
    if (onDone) onDone();
    else shell.closePanel(name);
  };

  const suggested = rolesOfPost(typed.post);
  const known = (pick: 'post' | 'group') =>
    [...new Set((groups ?? []).flatMap((group) => group.people.map((one) => one[pick])))].filter((text) => text !== '');
  const setQualification = (index: number, fields: Partial<{ name: string; expires: string }>) =>
    set({ qualifications: typed.qualifications.map((one, i) => (i === index ? { ...one, ...fields } : one)) });

  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={person ? t('form.editTitle', { name: person.name }) : t('form.registerTitle')}
      actions={
        <>
          <Button type="submit" loading={command.busy}>
            {person ? t('form.save') : t('form.register')}
          </Button>
          {onDone && (
            <Button
              variant="default"
              onClick={() => {
                draft.discard();
                onDone();
              }}
            >
              {t('common:cancel')}
            </Button>
          )}
        </>
      }
    >
      {draft.restored !== undefined && (
        <Notice
          actions={
            <Button size="compact-sm" variant="default" onClick={draft.discard}>
              {t('form.discard')}
            </Button>
          }
        >
          {t('form.restored')}
        </Notice>
      )}
      <ChoiceField
        label={t('form.kind')}
        value={typed.outside ? 'outside' : 'own'}
        onChange={(kind) => set({ outside: kind === 'outside' })}
        choices={[
          { value: 'own', label: t('form.own') },
          { value: 'outside', label: t('form.outside') },
        ]}
      />
      <div className={styles.pair}>
        <TextField
          label={t('fields.name')}
          value={typed.name}
          onChange={(text) => set({ name: text })}
          maxLength={40}
          required
          startHere
          error={tried && missing ? t('common:rules.required') : fieldError('name')}
        />
        <ChoiceField
          label={t('fields.gender')}
          value={typed.gender}
          onChange={(gender) => set({ gender })}
          placeholder={t('form.notSaid')}
          choices={genders.map((gender) => ({ value: gender, label: t(`gender.${gender}`) }))}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t('fields.phone')}
          value={typed.phone}
          onChange={(text) => set({ phone: text })}
          maxLength={40}
          error={tried && badPhone ? t('form.phoneInvalid', { value: badPhone }) : fieldError('phone')}
        />
        <TextField
          label={t('fields.otherPhones')}
          placeholder={t('form.otherPhonesHint')}
          value={typed.otherPhones}
          onChange={(text) => set({ otherPhones: text })}
          maxLength={200}
          error={tried && badOther ? t('form.phoneInvalid', { value: badOther }) : fieldError('otherPhones')}
        />
      </div>
      {typed.outside && (
        <>
          <TextField
            label={t('fields.organisation')}
            value={typed.organisation}
            onChange={(text) => set({ organisation: text })}
            maxLength={80}
            required
            error={tried && missingOrganisation ? t('common:rules.required') : fieldError('organisation')}
          />
          <TextField
            label={t('fields.serviceTime')}
            value={typed.serviceTime}
            onChange={(text) => set({ serviceTime: text })}
            maxLength={60}
            error={fieldError('serviceTime')}
          />
        </>
      )}
      {!typed.outside && (
        <>
          <Autocomplete
            label={t('fields.group')}
            value={typed.group}
            onChange={(text) => set({ group: text })}
            data={known('group')}
            maxLength={60}
            error={fieldError('group')}
          />
          <Autocomplete
            label={t('fields.post')}
            description={
              suggested.length > 0
                ? t('form.postHint', { roles: suggested.map((role) => t(`common:roles.${role}`)).join(t('common:separator')) })
                : t('form.postHintNone')
            }
            value={typed.post}
            onChange={(text) => set({ post: text })}
            data={known('post')}
            maxLength={40}
            error={fieldError('post')}
          />
        </>
      )}
      <TextField
        label={t('fields.responsibility')}
        value={typed.responsibility}
        onChange={(text) => set({ responsibility: text })}
        maxLength={120}
        error={fieldError('responsibility')}
      />
      {!typed.outside && (
        <>
          {typed.qualifications.map((held, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
            <div key={i} className={styles.qualification}>
              <TextField
                label={t('form.qualification')}
                value={held.name}
                onChange={(text) => setQualification(i, { name: text })}
                maxLength={60}
                error={tried && held.name.trim() === '' && held.expires.trim() === '' ? t('form.qualificationEmpty') : undefined}
              />
              <TextField
                label={t('form.expires')}
                placeholder="2027-07-03"
                value={held.expires}
                onChange={(text) => setQualification(i, { expires: text })}
                maxLength={20}
                error={tried && wrongDate(held.expires) ? t('form.dateInvalid') : undefined}
              />
              <ActionIcon
                className={styles.remove}
                variant="default"
                size="lg"
                aria-label={t('form.removeQualification')}
                onClick={() => set({ qualifications: typed.qualifications.filter((_, at) => at !== i) })}
              >
                <IconTrash size="1.1rem" aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <div>
            <Button
              variant="default"
              size="compact-md"
              disabled={typed.qualifications.length >= 20}
              onClick={() => set({ qualifications: [...typed.qualifications, { name: '', expires: '' }] })}
            >
              {t('form.addQualification')}
            </Button>
          </div>
          <ChoiceField
            label={t('fields.tier')}
            value={typed.tier}
            onChange={(tier) => set({ tier })}
            placeholder={t('form.notSaid')}
            choices={tiers.map((tier) => ({ value: tier, label: t(`tier.${tier}`) }))}
          />
        </>
      )}
      <TextAreaField
        label={t('fields.remark')}
        value={typed.remark}
        onChange={(text) => set({ remark: text })}
        maxLength={500}
        rows={2}
        error={fieldError('remark')}
      />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}

function factsOfDetails(person: PersonDetails): PersonFacts {
  return Object.fromEntries(personFields.map((field) => [field, person[field]])) as unknown as PersonFacts;
}
