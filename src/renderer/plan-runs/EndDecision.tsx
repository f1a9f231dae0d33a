import { Button } from '@mantine/core';
import { useState } from 'react';
import { planRuns } from '../../shared/plan-runs/contract';
import { runWords } from '../../shared/plan-runs/plain-words';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useSigner, SignerFields } from '../accounts';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useOfficer } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './End.module.css';

/** What was proposed, what the leading group decided, and the form to decide it, signed by whoever decides. */
export function EndDecision({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const { decision } = runWords[useLanguage()];
  const { endProposal, endDecisions } = run;
  return (
    <Panel title={t('ending.decision.title')} aside={endProposal && <StatusTag urgency="amber">{t('ending.state.proposed')}</StatusTag>}>
      {endDecisions.map(({ at, decidedBy, approved, text }) => (
        <div key={at} className={styles.decided}>
          <strong>{t('ending.decision.line', { at, name: decidedBy, what: decision[approved ? 'approved' : 'refused'] })}</strong>
          {text !== '' && <div className={styles.said}>{text}</div>}
        </div>
      ))}
      {endProposal && (
        <>
          <div className={styles.decided}>
            <span className={styles.quiet}>{t('ending.proposal.waiting', { name: endProposal.proposer, at: endProposal.at })}</span>
            <div className={styles.said}>{endProposal.text}</div>
          </div>
          <DecisionForm run={run} />
        </>
      )}
    </Panel>
  );
}

function DecisionForm({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const shell = useShell();
  const officer = useOfficer();
  const decide = useCommand(planRuns.decideEnd);
  const self = run.may.end;
  const [signer, setSigner] = useSigner(self ? undefined : '');
  const [text, setText] = useState('');
  const [lacking, setLacking] = useState(false);
  const send = async (approved: boolean) => {
    setLacking(!approved && text.trim() === '');
    if (decide.busy || (!approved && text.trim() === '')) return;
    const answer = await decide.send({ id: run.id, approved, text, ...(self ? {} : { signer }) });
    setSigner({ password: '' });
    if (!answer.ok) return;
    setText('');
    shell.say(t(approved ? 'ending.decision.approved' : 'ending.decision.refused'));
  };
  return (
    <Form
      onSubmit={() => void send(true)}
      busy={decide.busy}
      label={t('ending.decision.title')}
      actions={
        <>
          <Button type="submit" loading={decide.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
            {t('ending.decision.approve')}
          </Button>
          <Button variant="default" disabled={decide.busy} onClick={() => void send(false)}>
            {t('ending.decision.refuse')}
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>{self ? t('ending.decision.hintSelf', { name: officer.name }) : t('ending.decision.hintSigner')}</p>
      {!self && (
        <div className={styles.pair}>
          <SignerFields value={signer} onChange={setSigner} login={t('ending.decision.login')} password={t('ending.decision.password')} />
        </div>
      )}
      <TextAreaField
        label={t('ending.decision.text')}
        value={text}
        onChange={setText}
        maxLength={1_000}
        rows={2}
        error={lacking && text.trim() === '' ? t('ending.decision.needed') : undefined}
      />
      <RefusalNote refusal={decide.refusal} />
    </Form>
  );
}
