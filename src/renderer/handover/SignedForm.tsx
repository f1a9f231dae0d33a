import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../shared/answer';
import { useWords } from '../i18n/useWords';
import type { StationRefusal } from '../station';
import { Form } from '../widgets/Form';
import { RefusalNote } from '../widgets/RefusalNote';
import { SignerFields, useOwnLogin } from './SignerFields';

export interface SignedFormProps {
  label: string;
  busy: boolean;
  refusal: StationRefusal | undefined;
  /** False while something it needs is missing. */
  complete: boolean;
  onSend: (signer: { login: string; password: string }) => Promise<Answer<unknown>>;
  onDone: () => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** A small form that ends with somebody proving who they are. */
export function SignedForm({ label, busy, refusal, complete, onSend, onDone, onCancel, children }: SignedFormProps) {
  const t = useWords('common');
  const own = useOwnLogin();
  const [signer, setSigner] = useState(own);
  const send = async () => {
    if (!complete || signer.login === '' || signer.password === '') return;
    const answer = await onSend(signer);
    if (answer.ok) onDone();
    else if (answer.refusal.code === 'wrongPassword') setSigner((before) => ({ ...before, password: '' }));
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={busy}
      label={label}
      actions={
        <>
          <Button type="submit" loading={busy} disabled={!complete || signer.password === ''}>
            {label}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('back')}
          </Button>
        </>
      }
    >
      {children}
      <SignerFields value={signer} onChange={(fields) => setSigner((before) => ({ ...before, ...fields }))} />
      <RefusalNote refusal={refusal} />
    </Form>
  );
}
