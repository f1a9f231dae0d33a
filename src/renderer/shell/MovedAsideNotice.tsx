import { useWords } from '../i18n/useWords';
import { useUnitStatus } from '../station';
import { Notice } from '../widgets/Notice';

/** A damaged journal was moved aside at this start: said at the top of every screen until the next start, to everyone. */
export function MovedAsideNotice() {
  const t = useWords('shell');
  const path = useUnitStatus().data?.movedAside;
  if (path === undefined) return null;
  return (
    <Notice urgency="red" title={t('movedAside.title')}>
      {t('movedAside.body', { path })}
    </Notice>
  );
}
