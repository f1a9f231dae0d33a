import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { type HandoverView, handover } from '../../shared/handover/contract';
import { draftedBefore } from '../../shared/handover/limits';
import { useNow } from '../clock';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { TextAreaField, TextField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './HandoverPage.module.css';
import { SignedForm } from './SignedForm';

/** What is rarer than the three signatures: taking back, nobody came, a leader told, joining later, a correction. */
export function MorePanel({ view, item }: { view: HandoverView; item: string | undefined }) {
  const t = useWords('handover');
  const shell = useShell();
  const may = useMay(handover.note);
  const now = useNow(30_000);
  const [open, setOpen] = useState<'takeBack' | 'join' | 'correct'>();
  const prolong = useCommand(handover.prolong);
  const tell = useCommand(handover.tellLeader);
  const { key: shift } = view.shift;
  const { version, phase } = view;
  if (!may) return null;
  const waiting = phase === 'draft' || phase === 'outgoingSigned';
  const pressing = waiting && now >= view.shift.end - draftedBefore;
  const signed = phase === 'takenOver' || phase === 'complete';
  const close = () => setOpen(undefined);
  const leaders = view.expected.leader;
  const told = async (name: string, person: string | undefined) => {
    const answer = await tell.send({ shift, leader: { name, ...(person ? { id: person } : {}) }, means: 'phone' });
    if (answer.ok) shell.say(t('more.told', { name }));
  };
  if (!pressing && !signed && phase !== 'outgoingSigned') return null;
  return (
    <Panel title={t('more.title')}>
      <div className={styles.more}>
        {open === undefined && (
          <>
            {signed && (
              <Button variant="default" onClick={() => setOpen('correct')}>
                {t('more.correct')}
              </Button>
            )}
            {signed && view.next.officers.length > 1 && (
              <Button variant="default" onClick={() => setOpen('join')}>
                {t('more.join')}
              </Button>
            )}
            {phase === 'outgoingSigned' && (
              <Button variant="default" onClick={() => setOpen('takeBack')}>
                {t('more.takeBack')}
              </Button>
            )}
            {pressing && (
              <ConfirmInline
                label={t('more.prolong')}
                question={t('more.prolongQuestion')}
                reasonLabel={t('more.prolongReason')}
                busy={prolong.busy}
                onConfirm={async (reason) => {
                  const answer = await prolong.send({ shift, reason });
                  if (answer.ok) shell.say(t('more.prolonged'));
                  return answer.ok;
                }}
              />
            )}
            {(pressing || phase === 'takenOver') &&
              leaders.map(({ name, person }) => (
                <Button key={name} variant="default" loading={tell.busy} onClick={() => void told(name, person)}>
                  {t('more.tell', { name })}
                </Button>
              ))}
          </>
        )}
        {open === 'takeBack' && <TakeBack shift={shift} onClose={close} />}
        {open === 'join' && version && <Join shift={shift} version={version.id} onClose={close} />}
        {open === 'correct' && version && <Correct view={view} version={version.id} item={item} onClose={close} />}
        <RefusalNote refusal={prolong.refusal ?? tell.refusal} />
      </div>
    </Panel>
  );
}

function TakeBack({ shift, onClose }: { shift: string; onClose: () => void }) {
  const t = useWords('handover');
  const shell = useShell();
  const command = useCommand(handover.takeBack);
  const [reason, setReason] = useState('');
  return (
    <SignedForm
      label={t('more.takeBack')}
      busy={command.busy}
      refusal={command.refusal}
      complete={reason.trim() !== ''}
      onSend={(signer) => command.send({ shift, reason, signer })}
      onDone={() => {
        shell.say(t('more.takenBack'));
        onClose();
      }}
      onCancel={onClose}
    >
      <div>{t('more.takeBackQuestion')}</div>
      <TextField label={t('more.takeBackReason')} value={reason} onChange={setReason} maxLength={400} required startHere />
    </SignedForm>
  );
}

function Join({ shift, version, onClose }: { shift: string; version: string; onClose: () => void }) {
  const t = useWords('handover');
  const shell = useShell();
  const command = useCommand(handover.join);
  const [reason, setReason] = useState('');
  return (
    <SignedForm
      label={t('more.join')}
      busy={command.busy}
      refusal={command.refusal}
      complete
      onSend={async (signer) => {
        const answer = await command.send({ shift, version, signer, reason });
        if (answer.ok) shell.say(t('more.joined', { name: signer.login }));
        return answer;
      }}
      onDone={onClose}
      onCancel={onClose}
    >
      {command.refusal?.code === 'notRostered' && (
        <TextField label={t('sign.instead.incoming')} value={reason} onChange={setReason} maxLength={400} startHere />
      )}
    </SignedForm>
  );
}

function Correct({ view, version, item, onClose }: { view: HandoverView; version: string; item: string | undefined; onClose: () => void }) {
  const t = useWords('handover');
  const shell = useShell();
  const command = useCommand(handover.correct);
  const { value, change, discard } = useDraft(`handover.correct:${version}`, { item: item ?? '', text: '', reason: '' });
  return (
    <SignedForm
      label={t('more.correctSubmit')}
      busy={command.busy}
      refusal={command.refusal}
      complete={value.text.trim() !== ''}
      onSend={(signer) => command.send({ shift: view.shift.key, version, signer, ...value })}
      onDone={() => {
        discard();
        shell.say(t('more.corrected'));
        onClose();
      }}
      onCancel={onClose}
    >
      <div className={styles.strong}>{t('more.correctTitle')}</div>
      <NativeSelect
        label={t('more.correctItem')}
        value={value.item}
        onChange={(event) => change({ item: event.currentTarget.value })}
        data={[
          { value: '', label: t('more.correctAll') },
          ...view.content.items
            .filter(({ kind }) => kind !== 'sealed')
            .map((one) => ({ value: one.key, label: [one.number, one.title].filter(Boolean).join(' ').slice(0, 60) })),
        ]}
      />
      <TextAreaField
        label={t('more.correctText')}
        value={value.text}
        onChange={(text) => change({ text })}
        maxLength={2_000}
        rows={2}
        required
        startHere
      />
      {command.refusal?.code === 'notRostered' && (
        <TextField label={t('more.instead')} value={value.reason} onChange={(reason) => change({ reason })} maxLength={400} startHere />
      )}
    </SignedForm>
  );
}
