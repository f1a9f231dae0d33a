import { Button } from '@mantine/core';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useDraft } from '../drafts';
import { useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf } from '../people';
import { useShell } from '../shell';
import { useCommand, useFieldErrors } from '../station';
import { Form } from '../widgets/Form';
import { TextAreaField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { Notice } from '../widgets/Notice';
import { Panel } from '../widgets/Panel';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './End.module.css';

/** The technician on site says that it is over, usually by phone: the desk writes down who and why. */
export function EndProposal({ run }: { run: RunRecord }) {
  const t = useWords('planRuns');
  const shell = useShell();
  const propose = useCommand(planRuns.proposeEnd);
  const errorOf = useFieldErrors(propose.refusal);
  const { value, change, restored, discard } = useDraft(`planRun:${run.id}.end`, { proposer: nobody, text: '' });
  const proposer = referenceOf(value.proposer);
  const submit = async () => {
    if (!proposer || value.text.trim() === '') return;
    const answer = await propose.send({ id: run.id, proposer, text: value.text });
    if (!answer.ok) return;
    discard();
    shell.say(t('ending.proposal.sent'));
  };
  return (
    <Panel title={t('ending.proposal.title')}>
      <Form
        onSubmit={() => void submit()}
        busy={propose.busy}
        label={t('ending.proposal.title')}
        actions={
          <Button
            type="submit"
            loading={propose.busy}
            disabled={!proposer || value.text.trim() === ''}
            rightSection={<KeyHint keys="Ctrl+Enter" />}
          >
            {t('ending.proposal.send')}
          </Button>
        }
      >
        <p className={styles.quiet}>{t('ending.proposal.hint')}</p>
        {restored !== undefined && <Notice>{t('ending.restored', { at: restored })}</Notice>}
        <PersonField
          label={t('ending.proposal.proposer')}
          value={value.proposer}
          onChange={(person) => change({ proposer: person })}
          required
          error={errorOf('proposer')}
        />
        <TextAreaField
          label={t('ending.proposal.text')}
          value={value.text}
          onChange={(text) => change({ text })}
          maxLength={1_000}
          rows={2}
          required
          error={errorOf('text')}
        />
        <RefusalNote refusal={propose.refusal} />
      </Form>
    </Panel>
  );
}
