import { Button } from '@mantine/core';
import { useState } from 'react';
import { planDeciders, plans, type WholePlan } from '../../shared/plans/contract';
import { SignerFields, useSigner } from '../accounts';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { holdsRole, useCommand, useOfficer } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './PlansPage.module.css';

/** Approves or sends back a version that waits: by one's own session, or somebody else at the desk by password. */
export function DecideForm({ whole }: { whole: WholePlan }) {
  const t = useWords('plans');
  const shell = useShell();
  const officer = useOfficer();
  const approve = useCommand(plans.approve);
  const sendBack = useCommand(plans.sendBack);
  const isDecider = holdsRole(officer, planDeciders);
  const mayAlone = isDecider && !whole.own;
  const [byOther, setByOther] = useState(!mayAlone);
  const [open, setOpen] = useState(mayAlone);
  const [signer, changeSigner] = useSigner('');
  const [text, setText] = useState('');
  const { code, version, number } = whole;
  const busy = approve.busy || sendBack.busy;
  const isSigned = !byOther || (signer.login !== '' && signer.password !== '');
  const of = { code, version, ...(byOther ? { signer } : {}) };
  const said = (answer: { ok: boolean }, sentence: string) => {
    if (answer.ok) shell.say(sentence);
    else changeSigner({ password: '' });
  };
  const yes = async () => {
    if (!isSigned || busy) return;
    said(await approve.send({ ...of, ...(text.trim() === '' ? {} : { note: text }) }), t('action.approved', { number }));
  };
  const no = async () => {
    if (!isSigned || busy || text.trim() === '') return;
    said(await sendBack.send({ ...of, reason: text }), t('action.sentBackDone', { number }));
  };
  const hint = t(whole.own && isDecider ? 'action.ownHint' : 'action.notDeciderHint');
  if (!open) {
    return (
      <Notice
        actions={
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('action.byOther')}
          </Button>
        }
      >
        {hint}
      </Notice>
    );
  }
  return (
    <Panel title={`${t('action.decide')} · ${t('list.version', { number })}`}>
      <Form
        onSubmit={() => void yes()}
        busy={busy}
        label={t('action.decide')}
        actions={
          <>
            <Button type="submit" disabled={!isSigned} loading={approve.busy}>
              {t('action.approve')}
            </Button>
            <Button variant="default" disabled={!isSigned || text.trim() === ''} loading={sendBack.busy} onClick={() => void no()}>
              {t('action.sendBack')}
            </Button>
            {mayAlone && (
              <Button variant="subtle" color="gray" onClick={() => setByOther(!byOther)}>
                {t(byOther ? 'action.byMe' : 'action.byOther')}
              </Button>
            )}
          </>
        }
      >
        {!mayAlone && <div className={styles.quiet}>{hint}</div>}
        <TextAreaField label={t('action.note')} hint={t('action.noteHint')} value={text} onChange={setText} rows={1} maxLength={1_000} />
        {byOther && (
          <div className={styles.signer}>
            <SignerFields value={signer} onChange={changeSigner} login={t('action.login')} password={t('action.password')} />
          </div>
        )}
        <RefusalNote refusal={approve.refusal ?? sendBack.refusal} />
      </Form>
    </Panel>
  );
}
