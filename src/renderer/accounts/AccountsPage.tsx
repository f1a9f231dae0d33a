import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { type AccountCard, accounts } from '../../shared/accounts/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useMay, useStation } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import { StaleMark } from '../widgets/StaleMark';
import { ZoneTime } from '../widgets/ZoneTime';
import { isAdministrator } from './administrator';
import { AccountPanel } from './AccountPanel';
import { AccountState } from './AccountState';
import styles from './AccountsPage.module.css';
import { NewAccountForm } from './NewAccountForm';

/** Every account of the unit. */
export function AccountsPage() {
  const t = useWords('accounts');
  const shell = useShell();
  const mayGrant = useMay(accounts.create);
  const list = useStation(accounts.list, {});
  const [search, setSearch] = useState('');
  const [openKey, setOpenKey] = useState<string>();
  const table = useRef<{ focus: () => void }>(null);

  const rolesOf = (account: AccountCard) => account.roles.map((role) => t(`common:roles.${role}`)).join(t('common:separator'));
  const wanted = search.trim().toLowerCase();
  const rows = list.data?.filter(
    (account) => wanted === '' || `${account.name} ${account.login} ${rolesOf(account)}`.toLowerCase().includes(wanted),
  );
  const disabled = list.data?.filter((account) => account.disabled).length ?? 0;
  const onlyAdministrators = list.data?.every((account) => isAdministrator(account)) === true;

  const columns: Column<AccountCard>[] = [
    { key: 'name', header: t('list.name'), width: 'minmax(6rem, 1.2fr)', render: (account) => account.name },
    { key: 'login', header: t('list.login'), width: 'minmax(6rem, 1fr)', render: (account) => account.login },
    { key: 'roles', header: t('list.roles'), width: 'minmax(9rem, 2.4fr)', render: rolesOf },
    { key: 'state', header: t('list.state'), width: 'minmax(8.5rem, 1fr)', render: (account) => <AccountState account={account} /> },
    {
      key: 'lastSignIn',
      header: t('list.lastSignIn'),
      width: '9rem',
      hideBelow: 52,
      render: (account) => (account.lastSignIn === undefined ? t('list.never') : <ZoneTime at={account.lastSignIn} />),
    },
  ];

  const open = (account: AccountCard) => {
    setOpenKey(account.id);
    shell.openPanel({ key: `account:${account.id}`, title: account.name, element: <AccountPanel id={account.id} /> });
  };
  const add = () => shell.openPanel({ key: 'accounts.new', title: t('create.title'), element: <NewAccountForm />, keep: true });

  return (
    <Page
      title={t('list.title')}
      now={mayGrant ? t('list.nowGrant') : t('list.nowWatch')}
      fill
      actions={
        mayGrant && (
          <Button leftSection={<IconUserPlus size="1.15rem" aria-hidden />} onClick={add}>
            {t('list.add')}
          </Button>
        )
      }
      toolbar={
        <>
          <SearchBox value={search} onChange={setSearch} label={t('list.search')} onDown={() => table.current?.focus()} />
          {list.data && <span className={styles.count}>{t('list.count', { n: list.data.length, disabled })}</span>}
          <StaleMark stale={list.stale} since={list.since} />
        </>
      }
    >
      {list.data === undefined && list.refusal && <RefusalNote refusal={list.refusal} />}
      {onlyAdministrators && mayGrant && (
        <div style={{ paddingBottom: '0.75rem' }}>
          <Notice urgency="blue">{t('list.onlyAdministrators')}</Notice>
        </div>
      )}
      <DataTable
        ref={table}
        name="accounts"
        label={t('list.title')}
        columns={columns}
        rows={rows}
        keyOf={(account) => account.id}
        onOpen={open}
        openKey={openKey}
        stale={list.stale}
        empty={<EmptyState title={t('list.nothing')} />}
      />
    </Page>
  );
}
