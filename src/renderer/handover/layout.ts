import { type LayoutGroup, layoutWord } from '../../shared/handover/layout-1';
import { useLanguage } from '../i18n/useWords';

/** The words a handover of layout 1 is shown in, in the reader's language. */
export function useLayoutWord(): (group: LayoutGroup, code: string) => string {
  const language = useLanguage();
  return (group, code) => layoutWord(language, group, code);
}
