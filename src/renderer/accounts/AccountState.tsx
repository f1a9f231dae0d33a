import { IconBan, IconKey, IconLock } from '@tabler/icons-react';
import type { AccountCard } from '../../shared/accounts/contract';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';

/** What stands in the way of this account, if anything. */
export function AccountState({ account }: { account: AccountCard }) {
  const t = useWords('accounts');
  const now = useNow(10_000);
  if (account.disabled) return <StatusTag icon={IconBan}>{t('state.disabled')}</StatusTag>;
  if (account.lockedUntil !== undefined && account.lockedUntil > now) {
    return (
      <StatusTag urgency="amber" icon={IconLock}>
        {t('state.lockedUntil', { until: account.lockedUntil })}
      </StatusTag>
    );
  }
  if (account.mustChangePassword) return <StatusTag icon={IconKey}>{t('state.mustChange')}</StatusTag>;
  return t('state.active');
}
