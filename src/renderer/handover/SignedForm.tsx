import { Button } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../../shared/answer';
import { SignerFields, type SignerTyped, useSigner } from '../accounts';
import { useWords } from '../i18n/useWords';
import type { StationRefusal } from '../station';
import { Form } from '../widgets/Form';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './SignBox.module.css';

export interface SignedFormProps {
  label: string;
  busy: boolean;
  refusal: StationRefusal | undefined;
  /** False while something it needs is missing. */
  complete: boolean;
  onSend: (signer: SignerTyped) => Promise<Answer<unknown>>;
  onDone: () => void;
  onCancel: () => void;
  /** Where the form lies across the whole page: its fields beside one another. */
  inOneLine?: boolean;
  children?: ReactNode;
}

/** A small form that ends with somebody proving who they are. */
export function SignedForm({ label, busy, refusal, complete, onSend, onDone, onCancel, inOneLine = false, children }: SignedFormProps) {
  const t = useWords('common');
  const words = useWords('handover');
  const [signer, changeSigner] = useSigner();
  const fields = useRef<HTMLDivElement>(null);
  const send = async () => {
    if (!complete || signer.login === '' || signer.password === '') {
      // Enter goes on to what is still missing.
      const required = [
        ...(fields.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(':is(input, textarea)[required]') ?? []),
      ];
      required.find(({ value }) => value.trim() === '')?.focus();
      return;
    }
    const answer = await onSend(signer);
    if (answer.ok) onDone();
    else if (answer.refusal.code === 'wrongPassword') changeSigner({ password: '' });
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={busy}
      label={label}
      actions={
        <>
          <Button type="submit" loading={busy}>
            {label}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('back')}
          </Button>
        </>
      }
    >
      <div ref={fields} className={inOneLine ? styles.signedLine : styles.signed}>
        {children}
        <div className={styles.fields}>
          <SignerFields value={signer} onChange={changeSigner} login={words('sign.login')} password={words('sign.password')} />
        </div>
      </div>
      <RefusalNote refusal={refusal} />
    </Form>
  );
}
