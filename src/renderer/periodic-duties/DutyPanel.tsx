import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attachment } from '../../shared/attachments/contract';
import { type DutyRow, periodicDuties } from '../../shared/periodic-duties/contract';
import { AttachmentField, AttachmentList } from '../attachments';
import { DeviceFinder } from '../devices';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay, useStation, useZone } from '../station';
import { Facts } from '../widgets/Facts';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { TimeInput } from '../widgets/TimeInput';
import { Moment, Said, Timeline } from '../widgets/Timeline';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './Duties.module.css';
import { everyInWords, periodInWords } from './duty-words';

const verbs = ['record', 'notDone', 'takeBack'] as const;
type Verb = (typeof verbs)[number];

/** One period of a duty: recorded done, or not done with a reason, and all that was said of it. */
export function DutyPanel({ id }: { id: string }) {
  const t = useWords('periodicDuties');
  const language = useLanguage();
  const zone = useZone();
  const may = useMay(periodicDuties.record);
  const answer = useStation(periodicDuties.one, { id });
  const duty = answer.data;
  const [chosen, setChosen] = useState<Verb>();
  const standing = duty?.standing;
  const possible = !may || !duty ? [] : verbs.filter((verb) => isPossible(verb, duty));
  useScreenKeys(possible.map((verb, i) => ({ key: `Alt+${i + 1}`, label: t(`verb.${verb}`), run: () => setChosen(verb) })));
  if (!duty || standing === undefined) return <RefusalNote refusal={answer.refusal} />;
  const shown = chosen && possible.includes(chosen) ? chosen : undefined;
  return (
    <div className={styles.panel}>
      <header className={styles.header} tabIndex={-1}>
        <div className={styles.row}>
          <StatusTag urgency={standing === 'contested' ? 'amber' : 'plain'} icon={standing === 'contested' ? IconArrowsSplit2 : undefined}>
            {t(`standing.${standing}`)}
          </StatusTag>
          {duty.missed && <StatusTag urgency="red">{t('missed')}</StatusTag>}
          <StaleMark stale={answer.stale} since={answer.since} />
        </div>
        <div className={styles.name}>{duty.name[language]}</div>
        {duty.help && <div className={styles.quiet}>{duty.help[language]}</div>}
      </header>
      {standing === 'contested' && (
        <Notice urgency="amber" icon={IconArrowsSplit2} title={t('contest.title')}>
          {t('contest.now')}
        </Notice>
      )}
      {possible.length > 0 && (
        <section className={styles.card}>
          <div className={styles.row}>
            {possible.map((verb, i) => (
              <Button
                key={verb}
                size="compact-md"
                variant={verb === shown ? 'filled' : 'default'}
                rightSection={<KeyHint keys={`Alt+${i + 1}`} />}
                data-start-here={i === 0 || undefined}
                onClick={() => setChosen(verb === shown ? undefined : verb)}
              >
                {t(`verb.${verb}`)}
              </Button>
            ))}
          </div>
          {shown && <DutyForm key={shown} duty={duty} verb={shown} onDone={() => setChosen(undefined)} />}
        </section>
      )}
      <Facts
        facts={[
          [t('fact.profile'), duty.profileName[language]],
          [t('fact.period'), [periodInWords(t, duty, zone), everyInWords(t, duty.every)].join(' · ')],
          [t('fact.dueAt'), <ZoneTime key="due" at={duty.dueAt} show="dateTime" />],
          [t('fact.gives'), t(`gives.${duty.gives}`)],
          [t('fact.devices'), duty.devices && t('devices', duty.devices)],
        ]}
      />
      {duty.timeline.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('panel.timeline')}</h3>
          <Timeline>
            {duty.timeline.toReversed().map((moment) => (
              <Moment
                key={moment.entry}
                at={moment.at}
                did={t(`moment.${moment.verb}`)}
                by={[moment.author || t('station'), t('moment.at', { letter: moment.letter })].join(' · ')}
              >
                {moment.by && moment.happenedAt !== undefined && (
                  <Said>{t('moment.who', { name: moment.by.name, at: moment.happenedAt })}</Said>
                )}
                {moment.text && <Said>{moment.text}</Said>}
                {moment.devices.length > 0 && <Said>{moment.devices.join(t('common:separator'))}</Said>}
                {moment.attachments.length > 0 && <AttachmentList files={moment.attachments} />}
              </Moment>
            ))}
          </Timeline>
        </section>
      )}
    </div>
  );
}

function isPossible(verb: Verb, { standing }: Pick<DutyRow, 'standing'>): boolean {
  if (verb === 'takeBack') return standing !== 'open';
  if (verb === 'notDone') return standing === 'open' || standing === 'contested';
  return standing !== 'done';
}

interface Draft {
  by: TypedPerson;
  happenedAt: number | null;
  text: string;
  devices: { id: string; name: string }[];
  attachments: Attachment[];
}

function DutyForm({ duty, verb, onDone }: { duty: DutyRow; verb: Verb; onDone: () => void }) {
  const t = useWords('periodicDuties');
  const language = useLanguage();
  const shell = useShell();
  const commands = {
    record: useCommand(periodicDuties.record),
    notDone: useCommand(periodicDuties.notDone),
    takeBack: useCommand(periodicDuties.takeBack),
  };
  const command = commands[verb];
  const empty: Draft = { by: nobody, happenedAt: null, text: '', devices: [], attachments: [] };
  const { value: draft, change, discard } = useDraft<Draft>(`periodicDuty:${duty.id}.${verb}`, empty);
  const [tried, setTried] = useState(false);
  const [finding, setFinding] = useState('');
  const text = draft.text.trim();
  const missing = verb !== 'record' && text === '';
  const named = { profile: duty.profile, duty: duty.duty, period: duty.period };
  const send = () => {
    if (verb === 'notDone') return commands.notDone.send({ ...named, reason: text });
    if (verb === 'takeBack') return commands.takeBack.send({ id: duty.id, reason: text });
    const by = referenceOf(draft.by);
    return commands.record.send({
      ...named,
      ...(by ? { by } : {}),
      ...(draft.happenedAt === null ? {} : { happenedAt: draft.happenedAt }),
      result: text,
      devices: draft.devices.map(({ id }) => id),
      attachments: draft.attachments,
    });
  };
  const submit = async () => {
    setTried(true);
    if (missing || command.busy) return;
    const answer = await send();
    if (!answer.ok) return;
    discard();
    shell.say(t('panel.said', { name: duty.name[language], verb: t(`verb.${verb}`) }));
    onDone();
  };
  const field = (
    <TextAreaField
      label={t(verb === 'record' ? 'fact.result' : 'fact.reason')}
      value={draft.text}
      onChange={(next) => change({ text: next })}
      maxLength={verb === 'record' ? 2_000 : 1_000}
      rows={2}
      required={verb !== 'record'}
      startHere
      error={tried && missing ? t('common:rules.required') : undefined}
    />
  );
  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t(`verb.${verb}`)}
      actions={
        <>
          <Button type="submit" loading={command.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t(`verb.${verb}`)}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:back')}
          </Button>
        </>
      }
    >
      {verb === 'record' ? (
        <AttachmentField value={draft.attachments} onChange={(attachments) => change({ attachments })} most={10}>
          {field}
          <PersonField label={t('fact.by')} value={draft.by} onChange={(by) => change({ by })} />
          <TimeInput
            label={t('fact.happenedAt')}
            value={draft.happenedAt ?? undefined}
            onChange={(happenedAt) => change({ happenedAt: happenedAt ?? null })}
          />
          {duty.per === 'device' && (
            <>
              <DeviceFinder
                label={t('fact.chooseDevices')}
                hint={t('fact.chooseDevicesHint')}
                text={finding}
                onText={setFinding}
                picked={false}
                onPick={({ id, name }) => {
                  setFinding('');
                  if (!draft.devices.some((one) => one.id === id)) change({ devices: [...draft.devices, { id, name }] });
                }}
                onUnpick={() => setFinding('')}
              />
              {draft.devices.length > 0 && (
                <div className={styles.row}>
                  {draft.devices.map(({ id, name }) => (
                    <Button
                      key={id}
                      size="compact-sm"
                      variant="default"
                      title={t('fact.removeDevice', { name })}
                      onClick={() => change({ devices: draft.devices.filter((one) => one.id !== id) })}
                    >
                      {name}
                    </Button>
                  ))}
                </div>
              )}
            </>
          )}
        </AttachmentField>
      ) : (
        field
      )}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
