import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import type { HandoverView } from '../../shared/handover/contract';
import { type HandoverMode, handoverModes } from '../../shared/handover/events';
import { draftedBefore } from '../../shared/handover/limits';
import { now } from '../clock';
import { useWords } from '../i18n/useWords';
import { useOfficer } from '../station';
import { Form } from '../widgets/Form';
import { PasswordField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { useLayoutWord } from './layout';
import styles from './SignBox.module.css';
import { type SignatureTyped, type SigningStep, useSigning } from './useSigning';

export interface SignFormProps {
  step: SigningStep;
  view: HandoverView;
  beforeOutgoing: () => Promise<string | undefined>;
  onSigned: (step: SigningStep, name: string) => void;
}

/** One signature. Who is expected stands there already; the password and Enter are all that is needed. */
export function SignForm({ step, view, beforeOutgoing, onSigned }: SignFormProps) {
  const t = useWords('handover');
  const word = useLayoutWord();
  const officer = useOfficer();
  const signing = useSigning(view);
  const signedAlready = [view.version?.outgoing, ...(view.version?.incoming ?? []), ...(view.version?.joined ?? [])].map(
    (one) => one?.name,
  );
  const candidates = view.expected[step].filter((one): one is { name: string; login: string } => one.login !== undefined);
  const free = candidates.filter(({ name }) => !signedAlready.includes(name));
  const first = free.find(({ login }) => login === officer.login) ?? free[0];
  const early = step === 'outgoing' && now() < view.shift.end - draftedBefore;
  const [typed, setTyped] = useState<SignatureTyped>({
    login: first?.login ?? '',
    password: '',
    reason: '',
    mode: early ? 'early' : 'ordinary',
    modeReason: '',
    remark: '',
    missing: [],
  });
  const [instead, setInstead] = useState(false);
  const [more, setMore] = useState(false);
  const [tried, setTried] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const modeReason = useRef<HTMLInputElement>(null);
  const change = (fields: Partial<SignatureTyped>) => setTyped((before) => ({ ...before, ...fields }));
  const required = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);

  const submit = async () => {
    if (typed.login.trim() === '' || typed.password === '') {
      setTried(typed.login.trim() === '' || document.activeElement === password.current);
      password.current?.focus();
      return;
    }
    if (step === 'outgoing' && typed.mode !== 'ordinary' && typed.modeReason.trim() === '') {
      setTried(true);
      modeReason.current?.focus();
      return;
    }
    const seen = step === 'outgoing' ? await beforeOutgoing() : '';
    // What has changed is shown; what was typed stays for the next Enter.
    if (seen === undefined) return;
    const refused = await signing.sign(step, typed, seen);
    if (refused === undefined) onSigned(step, view.expected[step].find(({ login }) => login === typed.login.trim())?.name ?? typed.login);
    else if (refused === 'notRostered') setInstead(true);
    else if (refused === 'modeReasonNeeded') modeReason.current?.focus();
    else {
      // A password that was refused is typed anew; any other refusal keeps it.
      if (refused === 'wrongPassword') change({ password: '' });
      password.current?.focus();
    }
  };
  const choose = (login: string) => {
    change({ login });
    password.current?.focus();
  };

  return (
    <Form
      onSubmit={() => void submit()}
      busy={signing.busy}
      label={t(`sign.${step}`)}
      actions={
        <>
          <Button type="submit" loading={signing.busy}>
            {t(`sign.submit.${step}`)}
          </Button>
          {step === 'outgoing' && (
            <NativeSelect
              aria-label={t('sign.mode')}
              size="xs"
              value={typed.mode}
              onChange={(event) => change({ mode: event.currentTarget.value as HandoverMode })}
              data={handoverModes.map((value) => ({ value, label: word('mode', value) }))}
            />
          )}
          {candidates
            .filter(({ login }) => login !== typed.login)
            .map(({ name, login }) => (
              <Button key={login} size="compact-sm" variant="default" onClick={() => choose(login)}>
                {t('sign.choose', { name })}
              </Button>
            ))}
          {step !== 'outgoing' && !more && (
            <Button size="compact-sm" variant="subtle" onClick={() => setMore(true)}>
              {t(step === 'incoming' ? 'sign.addRemark' : 'sign.addRemarkLeader')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.fields}>
        <TextField
          label={t('sign.login')}
          value={typed.login}
          onChange={(login) => change({ login })}
          maxLength={64}
          autoComplete="off"
          error={required(typed.login)}
        />
        <div data-place-password>
          <PasswordField
            label={t('sign.password')}
            value={typed.password}
            onChange={(text) => change({ password: text })}
            maxLength={200}
            ref={password}
            error={required(typed.password)}
          />
        </div>
      </div>
      {step === 'outgoing' && typed.mode !== 'ordinary' && (
        <TextField
          label={t('sign.modeReason')}
          value={typed.modeReason}
          onChange={(text) => change({ modeReason: text })}
          maxLength={400}
          required
          ref={modeReason}
          error={required(typed.modeReason)}
        />
      )}
      {(instead || typed.reason !== '' || candidates.length === 0) && (
        <TextField
          label={t(`sign.instead.${step}`)}
          // The refusal says it already.
          hint={signing.refusal?.code === 'notRostered' ? undefined : t('sign.insteadHint')}
          value={typed.reason}
          onChange={(text) => change({ reason: text })}
          maxLength={400}
          startHere={instead}
        />
      )}
      {more && (
        <>
          {step === 'incoming' && view.next.officers.length > 1 && (
            <fieldset className={styles.missing}>
              <legend>{t('sign.missing')}</legend>
              {view.next.officers.map(({ name }) => (
                <Checkbox
                  key={name}
                  label={name}
                  checked={typed.missing.includes(name)}
                  onChange={(event) =>
                    change({
                      missing: event.currentTarget.checked ? [...typed.missing, name] : typed.missing.filter((one) => one !== name),
                    })
                  }
                />
              ))}
            </fieldset>
          )}
          <TextField label={t('sign.remark')} value={typed.remark} onChange={(remark) => change({ remark })} maxLength={400} startHere />
        </>
      )}
      <RefusalNote refusal={signing.refusal} />
    </Form>
  );
}
