import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { serviceRequests } from '../../shared/service-requests/contract';
import type { RequestBreach, RequestRecord } from '../../shared/service-requests/record';
import { useLanguage, useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './Requests.module.css';

/** Limits that were not kept: they stay, and each needs a cause. */
export function Breaches({ request }: { request: RequestRecord }) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const may = useMay(serviceRequests.explain);
  const { breachList } = request;
  if (breachList.length === 0) return null;
  const open = breachList.filter(({ reason }) => reason === undefined);
  return (
    <Notice urgency={open.length > 0 ? 'red' : 'plain'} icon={IconAlertTriangle} title={t('breach.title', { n: breachList.length })}>
      <ul className={styles.list}>
        {breachList.map((breach) => (
          <li key={`${breach.phase} ${breach.limit} ${breach.dueAt}`}>
            <div>
              {t('breach.line', { name: breach.name[language], at: breach.dueAt })}
              {!breach.borneOut && t('breach.moved')}
            </div>
            {breach.reason !== undefined ? (
              <div className={styles.quiet}>{t('breach.cause', { reason: breach.reason, name: breach.explainedBy ?? '' })}</div>
            ) : (
              may && <Explain request={request} breach={breach} />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Explain({ request, breach }: { request: RequestRecord; breach: RequestBreach }) {
  const t = useWords('serviceRequests');
  const shell = useShell();
  const command = useCommand(serviceRequests.explain);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('breach.explain')}
      </Button>
    );
  }
  const send = async () => {
    if (reason.trim() === '' || command.busy) return;
    const { phase, limit, dueAt } = breach;
    const answer = await command.send({ id: request.id, phase, limit, dueAt, reason: reason.trim() });
    if (answer.ok) shell.say(t('panel.doneStep', { number: request.number, what: t('breach.explain') }));
  };
  return (
    <Form
      onSubmit={() => void send()}
      busy={command.busy}
      label={t('breach.explain')}
      actions={
        <Button type="submit" size="compact-md" loading={command.busy}>
          {t('breach.explain')}
        </Button>
      }
    >
      <TextField label={t('breach.reason')} value={reason} onChange={setReason} maxLength={1_000} required startHere />
      <RefusalNote refusal={command.refusal} />
    </Form>
  );
}
