import { Button } from '@mantine/core';
import { IconMessageReport } from '@tabler/icons-react';
import { serviceRequests } from '../../shared/service-requests/contract';
import { complaintService } from '../../shared/service-requests/ledgers';
import { useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay, useStation } from '../station';
import { KeyHint } from '../widgets/KeyHint';
import { LimitTag } from './LimitTag';
import { openNewRequest, openRequest } from './open';
import styles from './Requests.module.css';

export interface FaultRequestsProps {
  fault: { id: string; number: string; title: string; profile: string };
}

/** What was asked about a fault, and a complaint to be registered where a contract in use takes complaints: its own first. */
export function FaultRequests({ fault }: FaultRequestsProps) {
  const t = useWords('serviceRequests');
  const language = useLanguage();
  const shell = useShell();
  const may = useMay(serviceRequests.register);
  const offered = useStation(serviceRequests.services, {});
  const list = useStation(serviceRequests.ofFault, { fault: fault.id });
  const taking = (offered.data ?? []).filter(({ services }) => services.some(({ code }) => code === complaintService));
  const contract = taking.find(({ code }) => code === fault.profile) ?? taking[0];
  const complain = () => {
    if (contract) openNewRequest(shell, { profile: contract.code, service: complaintService, fault });
  };
  const possible = may && contract !== undefined;
  useScreenKeys(possible ? [{ key: 'Alt+T', label: t('fault.complain'), run: complain }] : []);
  const rows = list.data ?? [];
  if (!possible && rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('fault.title')}</h3>
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((request) => (
            <li key={request.id} className={styles.row}>
              <Button size="compact-sm" variant="default" onClick={() => openRequest(shell, request)}>
                {request.number || t('list.unheard')}
              </Button>
              <span>{request.serviceName[language]}</span>
              <span>{request.outcome === 'open' ? request.next?.name[language] : t(`outcome.${request.outcome}`)}</span>
              {request.outcome === 'open' && <LimitTag limit={request.clock} />}
            </li>
          ))}
        </ul>
      )}
      {possible && (
        <Button
          mt={rows.length > 0 ? 'sm' : 0}
          size="compact-md"
          variant="default"
          leftSection={<IconMessageReport size="1.1rem" aria-hidden />}
          rightSection={<KeyHint keys="Alt+T" />}
          onClick={complain}
        >
          {t('fault.complain')}
        </Button>
      )}
    </section>
  );
}
