import { accounts } from '../../shared/accounts/contract';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';

/** What an entry is about, in words: accounts by name, the rest by its stream. */
export function useSubjectWord(): (stream: string) => string {
  const t = useWords('journal');
  const list = useStation(accounts.list, {}).data;
  return (stream) => {
    const account = stream.startsWith('account:') ? list?.find((one) => `account:${one.id}` === stream) : undefined;
    return account ? t('trail.account', { name: account.name }) : stream;
  };
}
