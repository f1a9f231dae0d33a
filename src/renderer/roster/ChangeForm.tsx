import { Button } from '@mantine/core';
import { useState } from 'react';
import { roster } from '../../shared/roster/contract';
import type { ShiftChangeRecord } from '../../shared/roster/shift-change';
import { SignerFields } from '../accounts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { useStartHere } from '../widgets/useStartHere';
import styles from './RosterPanel.module.css';

export type ChangeAct = 'accept' | 'decline' | 'approve' | 'refuse' | 'withdraw' | 'settleApproved' | 'settleRefused';

/** One act on a request with just what it needs: a reason, or the stand-in's own login and password at somebody else's session. */
export function ChangeForm({ change, act, onDone }: { change: ShiftChangeRecord; act: ChangeAct; onDone: () => void }) {
  const t = useWords('roster');
  const shell = useShell();
  const accept = useCommand(roster.accept);
  const decline = useCommand(roster.decline);
  const approve = useCommand(roster.approve);
  const refuse = useCommand(roster.refuse);
  const withdraw = useCommand(roster.withdraw);
  const settle = useCommand(roster.settle);
  const command = { accept, decline, approve, refuse, withdraw, settleApproved: settle, settleRefused: settle }[act];
  const [reason, setReason] = useState('');
  const [signer, setSigner] = useState({ login: '', password: '' });
  const [tried, setTried] = useState(false);
  const ofStandIn = act === 'accept' || act === 'decline';
  const signs = ofStandIn && change.mine !== 'standIn';
  const breaks = change.breaks.length > 0;
  const asksReason = act !== 'accept';
  const needsReason = asksReason && (act !== 'approve' || breaks);
  const button = useStartHere<HTMLButtonElement>(!signs && !asksReason);

  const submit = async () => {
    setTried(true);
    if (command.busy || (needsReason && reason.trim() === '') || (signs && (signer.login.trim() === '' || signer.password === ''))) return;
    const { id } = change;
    const proof = signs ? { signer } : {};
    const send = {
      accept: () => accept.send({ id, ...proof }),
      decline: () => decline.send({ id, reason, ...proof }),
      approve: () => approve.send({ id, reason }),
      refuse: () => refuse.send({ id, reason }),
      withdraw: () => withdraw.send({ id, reason }),
      settleApproved: () => settle.send({ id, stands: 'approved', reason }),
      settleRefused: () => settle.send({ id, stands: 'refused', reason }),
    }[act];
    const answer = await send();
    setSigner((before) => ({ ...before, password: '' }));
    if (!answer.ok) return;
    shell.say(t('change.done', { person: change.person.name, step: t(`change.${act}`) }));
    onDone();
  };
  const required = (value: string) => (tried && value.trim() === '' ? t('common:rules.required') : undefined);
  return (
    <Form
      onSubmit={() => void submit()}
      busy={command.busy}
      label={t(`change.${act}`)}
      actions={
        <>
          <Button ref={button} type="submit" loading={command.busy}>
            {t(`change.${act}`)}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      {signs && (
        <>
          <div className={styles.quiet}>{t('change.signer', { name: change.standIn?.name ?? '' })}</div>
          <SignerFields
            value={signer}
            onChange={(typed) => setSigner((before) => ({ ...before, ...typed }))}
            login={t('change.login')}
            password={t('change.password')}
            startHere
            errorOf={required}
          />
        </>
      )}
      {asksReason && (
        <TextField
          label={t(act === 'approve' ? (breaks ? 'change.reasonRequired' : 'change.reasonOptional') : 'change.reason')}
          value={reason}
          onChange={setReason}
          maxLength={400}
          required={needsReason}
          startHere={!signs}
          error={needsReason ? required(reason) : undefined}
        />
      )}
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
