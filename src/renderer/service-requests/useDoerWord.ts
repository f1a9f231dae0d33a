import type { Doer } from '../../shared/service-profiles/profile';
import { useAnyWord, useLanguage, useWords } from '../i18n/useWords';

/** Who does a step, in words: a role, the station, a tier, a post that has no role at the desk. */
export function useDoerWord(): (by: Doer) => string {
  const t = useWords('serviceRequests');
  const any = useAnyWord();
  const language = useLanguage();
  return (by) => {
    if (by === 'station' || by === 'holder') return t(`doer.${by}`);
    if (typeof by === 'string') return any(`common:roles.${by}`);
    return 'post' in by ? by.post[language] : t('doer.tier');
  };
}
