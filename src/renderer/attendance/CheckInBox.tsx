import { Button } from '@mantine/core';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { attendance, type ShiftOnDuty } from '../../shared/attendance/contract';
import { minute } from '../../shared/time';
import { SignerFields } from '../accounts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useOfficer } from '../station';
import { Form } from '../widgets/Form';
import { ChoiceField, TextField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { ageInWords } from '../widgets/words-of-age';
import styles from './ShiftPage.module.css';
import { awaited, proposedLogin } from './check-in-choice';

export interface CheckInBoxHandle {
  focus: () => void;
}

/** Check-in by one's own password: Enter after the login leads to the password, Enter after the password does it. */
export function CheckInBox({ duty, ref }: { duty: ShiftOnDuty; ref?: Ref<CheckInBoxHandle> }) {
  const t = useWords('attendance');
  const common = useWords('common');
  const shell = useShell();
  const officer = useOfficer();
  const command = useCommand(attendance.checkIn);
  // Undefined until somebody types: then who is awaited stands there.
  const [typed, setTyped] = useState<string>();
  const [password, setPassword] = useState('');
  const [reason, setReason] = useState('');
  const [shift, setShift] = useState('');
  const [tried, setTried] = useState(false);
  const loginField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const login = typed ?? proposedLogin(duty, officer.login);
  const standsIn = command.refusal?.code === 'notRostered' || reason !== '';
  const { next } = duty;

  useImperativeHandle(ref, () => ({ focus: () => (login === '' ? loginField : passwordField).current?.focus() }), [login]);

  const send = async () => {
    if (login.trim() !== '' && password === '' && document.activeElement !== passwordField.current) {
      passwordField.current?.focus();
      return;
    }
    setTried(true);
    if (login.trim() === '' || password === '' || command.busy) return;
    const answer = await command.send({ signer: { login, password }, reason, ...(shift === '' ? {} : { shift }) });
    if (!answer.ok) {
      // A person who is not on the roster goes on with the reason; whoever mistyped types again.
      if (answer.refusal.code === 'notRostered') return;
      setPassword('');
      setTried(false);
      passwordField.current?.focus();
      return;
    }
    const { person, minutesLate, standsIn: stoodIn } = answer.value;
    shell.say(
      stoodIn
        ? t('checkIn.doneStandsIn', { name: person.name })
        : t(minutesLate > 0 ? 'checkIn.doneLate' : 'checkIn.done', { name: person.name, late: ageInWords(common, minutesLate * minute) }),
    );
    setTyped(undefined);
    setPassword('');
    setReason('');
    setShift('');
    setTried(false);
    command.clear();
  };
  const missing = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);

  return (
    <Panel title={t('checkIn.title')}>
      <Form
        onSubmit={() => void send()}
        busy={command.busy}
        label={t('checkIn.title')}
        actions={
          <Button type="submit" fullWidth loading={command.busy}>
            {t('checkIn.submit')}
          </Button>
        }
      >
        <p className={styles.hint}>{t(duty.people.length > 0 && awaited(duty).length === 0 ? 'checkIn.allIn' : 'checkIn.now')}</p>
        {next && (
          <ChoiceField
            label={t('checkIn.shift')}
            value={shift}
            onChange={setShift}
            placeholder={t('checkIn.byRoster')}
            choices={[
              { value: duty.shift.key, label: t('checkIn.current', { shift: duty.shift.name }) },
              { value: next.shift.key, label: t('checkIn.next', { shift: next.shift.name }) },
            ]}
          />
        )}
        <div className={styles.door}>
          <SignerFields
            value={{ login, password }}
            onChange={(signer) => {
              if (signer.login !== undefined) setTyped(signer.login);
              if (signer.password !== undefined) setPassword(signer.password);
            }}
            login={t('checkIn.login')}
            password={t('checkIn.password')}
            required={false}
            errorOf={missing}
            loginRef={loginField}
            passwordRef={passwordField}
          />
        </div>
        {standsIn && (
          <TextField
            label={t('checkIn.reason')}
            hint={t('checkIn.reasonHint')}
            value={reason}
            onChange={setReason}
            maxLength={400}
            startHere
            required
          />
        )}
        <RefusalNote refusal={command.refusal} />
      </Form>
    </Panel>
  );
}
