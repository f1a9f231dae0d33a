import { useState } from 'react';
import type { RunRecord } from '../../shared/plan-runs/record';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { KeyHint } from '../widgets/KeyHint';
import { StatusTag } from '../widgets/StatusTag';
import { callStandingOf } from './call-out-order';
import { CallOut } from './CallOut';
import { CommandBar } from './CommandBar';
import styles from './People.module.css';
import { Posts } from './Posts';
import { RollCall } from './RollCall';

const views = ['callOut', 'posts', 'rollCall'] as const;
type View = (typeof views)[number];
/** Next to one another on the keyboard, and none of them answers a call or a roll call. */
const viewKeys: Record<View, string> = { callOut: 'Q', posts: 'W', rollCall: 'E' };

/** Who is in the run: who commands, who was called and comes, who holds which post, who answers a roll call. */
export function PeopleTab({ run }: { run: RunRecord }) {
  const t = useWords('planRunPeople');
  const now = useNow(10_000);
  const [view, setView] = useState<View>('callOut');
  /** The post whose form opens with the view. */
  const [post, setPost] = useState<string>();
  const show = (next: View, at?: string) => {
    setPost(at);
    setView(next);
  };
  useScreenKeys(views.map((one) => ({ key: viewKeys[one], label: t(`view.${one}`), run: () => show(one) })));
  const silent = run.callOut.filter((called) => callStandingOf(called, now) === 'silent').length;
  const unfilled = run.posts.reduce((all, { unfilled: missing }) => all + missing, 0);
  const [last] = run.rollCalls;
  const unanswered = last?.people.filter(({ answer }) => answer === 'silent').length ?? 0;
  const marks: Record<View, string | undefined> = {
    callOut: silent > 0 ? t('callOut.count.silent', { n: silent }) : undefined,
    posts: unfilled > 0 ? t('posts.unfilled', { n: unfilled }) : undefined,
    rollCall: unanswered > 0 ? t('rollCall.unanswered', { n: unanswered }) : undefined,
  };
  return (
    <div className={styles.tab}>
      <CommandBar run={run} />
      <div className={styles.views} role="tablist" aria-label={t('view.label')}>
        {views.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={view === one} className={styles.view} onClick={() => show(one)}>
            {t(`view.${one}`)}
            {marks[one] !== undefined && (
              <StatusTag urgency={one === 'rollCall' && last && now <= last.closesAt ? 'plain' : 'red'}>{marks[one]}</StatusTag>
            )}
            <KeyHint keys={viewKeys[one]} />
          </button>
        ))}
      </div>
      {view === 'callOut' && <CallOut run={run} onPost={(at) => show('posts', at)} />}
      {view === 'posts' && <Posts key={post} run={run} open={post} />}
      {view === 'rollCall' && <RollCall run={run} />}
    </div>
  );
}
