import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { type HandoverView, handover } from '../../shared/handover/contract';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { ConfirmInline } from '../widgets/ConfirmInline';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { TimeInput } from '../widgets/TimeInput';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './HandoverPage.module.css';

/** 领导专阅: only leaders get this panel; everybody else learns how many there are. */
export function SealedPanel({ sealed }: { sealed: HandoverView['sealed'] }) {
  const t = useWords('handover');
  const shell = useShell();
  const may = useMay(handover.writeSealed);
  const write = useCommand(handover.writeSealed);
  const close = useCommand(handover.closeSealed);
  const [writing, setWriting] = useState(false);
  const { value, change, discard } = useDraft<{ text: string; due: number | null }>('handover.sealed', { text: '', due: null });
  const form = useRef<HTMLDivElement>(null);
  // The form opens below the edge as a rule; its deadline and button have to be seen too.
  useEffect(() => {
    if (writing) form.current?.scrollIntoView?.({ block: 'nearest' });
  }, [writing]);
  if (!may) return null;
  const send = async () => {
    if (value.text.trim() === '') return;
    const answer = await write.send({ text: value.text, ...(value.due === null ? {} : { due: value.due }) });
    if (!answer.ok) return;
    discard();
    setWriting(false);
    shell.say(t('sealed.written'));
  };
  return (
    <Panel
      title={t('sealed.title')}
      aside={
        !writing && (
          <Button size="compact-sm" variant="default" onClick={() => setWriting(true)}>
            {t('sealed.write')}
          </Button>
        )
      }
    >
      {writing && (
        <div ref={form}>
          <Form
            onSubmit={() => void send()}
            busy={write.busy}
            label={t('sealed.write')}
            actions={
              <>
                <Button type="submit" loading={write.busy}>
                  {t('sealed.write')}
                </Button>
                <Button variant="default" onClick={() => setWriting(false)}>
                  {t('common:back')}
                </Button>
              </>
            }
          >
            <TextAreaField
              label={t('sealed.text')}
              value={value.text}
              onChange={(text) => change({ text })}
              maxLength={2_000}
              rows={2}
              required
              startHere
            />
            <TimeInput
              label={t('sealed.due')}
              value={value.due ?? undefined}
              onChange={(due) => change({ due: due ?? null })}
              direction="future"
            />
            <RefusalNote refusal={write.refusal} />
          </Form>
        </div>
      )}
      {sealed.length === 0 && !writing && <div className={styles.quiet}>{t('sealed.none')}</div>}
      <ul className={styles.plain}>
        {sealed.map(({ id, text, due, author, at }) => (
          <li key={id} className={styles.sealedItem}>
            <div>
              <div className={styles.text}>{text}</div>
              <div className={styles.quiet}>
                {t('sealed.by', { name: author, at })}
                {due !== undefined && (
                  <>
                    {' · '}
                    {t('items.due')} <ZoneTime at={due} relative />
                  </>
                )}
              </div>
            </div>
            <ConfirmInline
              label={t('sealed.close')}
              question={t('sealed.close')}
              reasonLabel={t('sealed.result')}
              busy={close.busy}
              onConfirm={async (result) => {
                const answer = await close.send({ id, result });
                if (answer.ok) shell.say(t('sealed.closed'));
                return answer.ok;
              }}
            />
          </li>
        ))}
      </ul>
      <RefusalNote refusal={close.refusal} />
    </Panel>
  );
}
