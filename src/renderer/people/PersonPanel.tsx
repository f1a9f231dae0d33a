import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { people, type PersonDetails } from '../../shared/people/contract';
import type { PersonCard, PersonField, Qualification } from '../../shared/people/person';
import { phoneForEyes } from '../../shared/people/phones';
import { dateIn, day } from '../../shared/time';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useMay, useOfficer, useStation, useZone } from '../station';
import { Facts } from '../widgets/Facts';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { DeputiesForm } from './DeputiesForm';
import { LeaveForm } from './LeaveForm';
import { PersonForm } from './PersonForm';
import styles from './PersonPanel.module.css';

/** Days before a qualification ends at which it is pointed out. */
const soon = 60;

/** One person: first how to call them, then everything else; who keeps the register also changes it here. */
export function PersonPanel({ id }: { id: string }) {
  const record = useStation(people.one, { id });
  const [doing, setDoing] = useState<'edit' | 'deputies' | 'leave'>();
  const facts = useRef<HTMLDivElement>(null);
  const wasDoing = useRef(doing);
  // A form that closes takes the focus with it; Esc and Tab must go on working from here.
  useEffect(() => {
    if (doing === undefined && wasDoing.current !== undefined) facts.current?.focus();
    wasDoing.current = doing;
  }, [doing]);
  const person = record.data;
  if (!person) return <RefusalNote refusal={record.refusal} />;
  const done = () => setDoing(undefined);
  if (doing === 'edit') return <PersonForm person={person} onDone={done} />;
  if (doing === 'deputies') return <DeputiesForm person={person} onDone={done} />;
  if (doing === 'leave') return <LeaveForm person={person} onDone={done} />;
  return (
    <div ref={facts} tabIndex={-1} className={styles.parts}>
      <StaleMark stale={record.stale} since={record.since} />
      <Standing person={person} />
      <Calling person={person} />
      <What person={person} />
      <Actions person={person} onDo={setDoing} />
    </div>
  );
}

/** What has to be known before anything else: gone, contested. */
function Standing({ person }: { person: PersonDetails }) {
  const t = useWords('people');
  return (
    <>
      {person.left && (
        <Notice title={t('one.leftOn', person.left)}>
          {person.account && !person.account.disabled ? t('one.leftAccount', { login: person.account.login }) : undefined}
        </Notice>
      )}
      {person.contested.length > 0 && (
        <Notice urgency="amber" title={t('one.contested')}>
          {person.contested.map(({ field, values }) => (
            <div key={field}>
              {t('one.contestedNow', { field: t(`fields.${field as PersonField}`), values: values.join(t('common:separator')) })}
            </div>
          ))}
        </Notice>
      )}
    </>
  );
}

function Calling({ person }: { person: PersonDetails }) {
  const t = useWords('people');
  const numbers = [person.phone, ...person.otherPhones].filter((phone) => phone !== '');
  return (
    <div className={styles.calling}>
      {numbers.length === 0 && <span className={styles.none}>{t('list.noPhone')}</span>}
      {numbers.map((phone, i) => (
        <div key={phone} className={styles.number} data-first={i === 0 || undefined}>
          <span>{phoneForEyes(phone)}</span>
          <span className={styles.kind}>{phone === person.phone ? t('fields.phone') : t('fields.otherPhones')}</span>
        </div>
      ))}
    </div>
  );
}

function What({ person }: { person: PersonDetails }) {
  const t = useWords('people');
  const officer = useOfficer();
  const seesAccount = officer.roles.some((role) => ['sysAdmin', 'office', 'shiftLeader', 'secAdmin', 'auditAdmin'].includes(role));
  const separator = t('common:separator');
  const rolesOf = (roles: PersonDetails['suggestedRoles']) => roles.map((role) => t(`common:roles.${role}`)).join(separator);
  const { account } = person;
  return (
    <Facts
      facts={[
        [t('fields.post'), person.post],
        [t('fields.group'), person.group],
        [t('fields.organisation'), person.organisation],
        [t('fields.responsibility'), person.responsibility],
        [t('fields.serviceTime'), person.serviceTime],
        [t('fields.gender'), person.gender === '' ? undefined : t(`gender.${person.gender}`)],
        [t('fields.tier'), person.tier === '' ? undefined : t(`tier.${person.tier}`)],
        [
          t('fields.qualifications'),
          person.qualifications.length === 0 ? undefined : <Qualifications key="held" held={person.qualifications} />,
        ],
        [
          t('one.deputies'),
          person.organisation !== '' ? undefined : <Others key="deputies" people={person.deputies} none={t('one.deputiesNone')} />,
        ],
        [t('one.deputyOf'), person.deputyOf.length === 0 ? undefined : <Others key="deputyOf" people={person.deputyOf} none="" />],
        [t('one.suggested'), rolesOf(person.suggestedRoles)],
        [
          t('one.account'),
          !seesAccount || person.organisation !== ''
            ? undefined
            : !account
              ? t('one.accountNone')
              : account.disabled
                ? t('one.accountDisabled', { login: account.login })
                : t('one.accountOpen', { login: account.login, roles: rolesOf(account.roles) }),
        ],
        [t('fields.remark'), person.remark],
        [
          t('one.changed'),
          <span key="changed">
            <ZoneTime at={person.changedAt} show="dateTime" /> {person.changedBy}
          </span>,
        ],
      ]}
    />
  );
}

function Qualifications({ held }: { held: readonly Qualification[] }) {
  const t = useWords('people');
  const zone = useZone();
  const now = useNow(day / 24);
  const today = dateIn(zone, now);
  return (
    <div className={styles.lines}>
      {held.map(({ name, expires }) => {
        const left = expires === undefined ? undefined : Math.round((Date.parse(expires) - Date.parse(today)) / day);
        return (
          <div key={`${name}${expires}`} className={styles.line}>
            <span>{name || t('one.unnamed')}</span>
            {left === undefined ? null : left < 0 ? (
              <StatusTag urgency="amber">{t('one.expired', { date: expires })}</StatusTag>
            ) : left <= soon ? (
              <StatusTag urgency="blue">{t('one.expiresSoon', { date: expires, n: left })}</StatusTag>
            ) : (
              <span className={styles.kind}>{t('one.expires', { date: expires })}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}

function Others({ people: others, none }: { people: readonly PersonCard[]; none: string }) {
  const t = useWords('people');
  if (others.length === 0) return <span className={styles.none}>{none}</span>;
  return (
    <div className={styles.lines}>
      {others.map((other) => (
        <div key={other.id} className={styles.line}>
          <span>{other.name}</span>
          {other.left ? <StatusTag>{t('list.left')}</StatusTag> : <span>{phoneForEyes(other.phone || (other.otherPhones[0] ?? ''))}</span>}
        </div>
      ))}
    </div>
  );
}

function Actions({ person, onDo }: { person: PersonDetails; onDo: (doing: 'edit' | 'deputies' | 'leave') => void }) {
  const t = useWords('people');
  const mayKeep = useMay(people.change);
  if (!mayKeep) return null;
  return (
    <div className={styles.actions}>
      <Button variant="default" onClick={() => onDo('edit')}>
        {t('one.edit')}
      </Button>
      {!person.left && person.organisation === '' && (
        <Button variant="default" onClick={() => onDo('deputies')}>
          {t('one.setDeputies')}
        </Button>
      )}
      <Button variant="default" onClick={() => onDo('leave')}>
        {person.left ? t('one.comeBack') : t('one.leave')}
      </Button>
    </div>
  );
}
