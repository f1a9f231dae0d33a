import type { WholePlan } from '../../shared/plans/contract';
import { useWords } from '../i18n/useWords';
import { Panel } from '../widgets/Panel';
import { Moment, Said, Timeline } from '../widgets/Timeline';

/** Who submitted a version and what was decided of it, in order. */
export function VersionHistory({ whole }: { whole: WholePlan }) {
  const t = useWords('plans');
  const { at, author, reason, decisions, shipped } = whole;
  const isSubmitted = !shipped && at !== undefined;
  if (!isSubmitted && decisions.length === 0) return null;
  return (
    <Panel title={t('version.history')}>
      <Timeline>
        {isSubmitted && (
          <Moment at={at} did={t('decided.submitted')} by={author}>
            <Said>{reason}</Said>
          </Moment>
        )}
        {decisions.map((said) => (
          <Moment key={said.entry} at={said.at} did={t(`decided.${said.what}`)} by={said.author}>
            <Said>
              {[said.text, ...(said.reviewDue === undefined ? [] : [t('version.reviewDue', { date: said.reviewDue })])]
                .filter(Boolean)
                .join(' · ')}
            </Said>
          </Moment>
        ))}
      </Timeline>
    </Panel>
  );
}
