import { IconPhoneCall } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { people } from '../../shared/people/contract';
import { phoneForEyes } from '../../shared/people/phones';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { type Instant, minute } from '../../shared/time';
import { now as clockNow, useNow } from '../clock';
import { useLanguage, useWords, type Word } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { SearchBox } from '../widgets/SearchBox';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { CallPane, type Asking, type CallLog } from './CallPane';
import { arrivalMinutes, type CallLine, callStandings, countStandings, inCallOrder } from './call-out-order';
import styles from './People.module.css';

/** The call-out (调集): everybody with a large phone, who is silent on top; each call is logged with one key. */
export function CallOut({ run, onPost }: { run: RunRecord; onPost: (post: string) => void }) {
  const t = useWords('planRunPeople');
  const common = useWords('common');
  const shell = useShell();
  const now = useNow(10_000);
  const language = useLanguage();
  const may = useMay(planRuns.call) && run.may.run;
  const call = useCommand(planRuns.call);
  const [text, setText] = useState('');
  // Whoever is marked stays marked, however the list is put in order anew: a key must never log somebody else.
  const [chosen, setChosen] = useState(() => inCallOrder(run.callOut, now)[0]?.key);
  const [asking, setAsking] = useState<Asking>();
  const [failed, setFailed] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const all = inCallOrder(run.callOut, now);
  const counts = countStandings(all);
  const lines = useHits(all, text);
  const at = Math.max(
    0,
    lines.findIndex(({ key }) => key === chosen),
  );
  const line = lines[at];
  const pick = useCallback((key: string) => {
    setAsking(undefined);
    setChosen(key);
  }, []);
  const choose = (next: number) => {
    const other = lines[Math.min(lines.length - 1, Math.max(0, next))];
    if (other) pick(other.key);
  };

  const log = async ({ outcome, minutes, note = '' }: CallLog): Promise<boolean> => {
    if (!line) return false;
    const { person } = line.called;
    setAsking(undefined);
    setFailed('');
    // Whoever was only called may pick up in a moment; all else is settled, and the next one is called.
    setChosen((outcome === 'called' ? line : (lines[at + 1] ?? lines[at - 1] ?? line)).key);
    const expectedAt = minutes === undefined ? {} : { expectedAt: clockNow() + minutes * minute };
    const answer = await call.send({ id: run.id, person, outcome, note, ...expectedAt });
    if (answer.ok) {
      const words = minutes === undefined ? t('callOut.logged', { name: person.name, outcome: t(`callOut.outcome.${outcome}`) }) : '';
      shell.say(words || t('callOut.loggedMinutes', { name: person.name, n: minutes ?? 0 }));
    } else {
      setFailed(person.name);
      setChosen(line.key);
    }
    return answer.ok;
  };
  const press = (outcome: CallLog['outcome']) => {
    if (!line) return;
    const sure = outcome !== 'arrived' || line.called.outcome === 'reached' || line.called.outcome === 'called';
    if (outcome === 'reached' || outcome === 'refused' || !sure) setAsking(outcome);
    else void log({ outcome });
  };
  const logging =
    may && line && asking === undefined
      ? [
          { key: 'C', label: t('callOut.key.called'), run: () => press('called') },
          { key: 'N', label: t('callOut.key.noAnswer'), run: () => press('noAnswer') },
          ...arrivalMinutes.map((minutes, i) => ({
            key: `${i + 1}`,
            label: `${t('callOut.key.reached')} · ${t('callOut.key.minutes', { n: minutes })}`,
            inBar: false,
            run: () => void log({ outcome: 'reached', minutes }),
          })),
          { key: 'R', label: t('callOut.key.reached'), run: () => press('reached') },
          { key: 'F', label: t('callOut.key.refused'), run: () => press('refused') },
          { key: 'A', label: t('callOut.key.arrived'), run: () => press('arrived') },
        ]
      : [];
  useScreenKeys([
    ...(asking === undefined
      ? [
          { key: 'ArrowDown', label: t('callOut.key.down'), inBar: false, run: () => choose(at + 1) },
          { key: 'ArrowUp', label: t('callOut.key.up'), inBar: false, run: () => choose(at - 1) },
        ]
      : []),
    { key: '/', label: t('callOut.searchKey'), inBar: false, run: () => search.current?.focus() },
    ...logging,
  ]);

  if (run.callOut.length === 0) {
    return (
      <EmptyState icon={IconPhoneCall} title={t('callOut.none')}>
        {t('callOut.noneNow')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.callOut}>
      <div className={styles.callLeft}>
        <div className={styles.counts}>
          <span>{t('callOut.count.all', { n: all.length })}</span>
          {callStandings.map((standing) => (
            <span key={standing} data-standing={counts[standing] > 0 ? standing : undefined} className={styles.count}>
              {t(`callOut.count.${standing}`, { n: counts[standing] })}
            </span>
          ))}
          <span className={styles.search}>
            <SearchBox
              ref={search}
              value={text}
              onChange={setText}
              label={t('callOut.search')}
              placeholder={t('common:search')}
              keys="/"
              width="100%"
              onDown={() => search.current?.blur()}
            />
          </span>
        </div>
        <ul className={styles.lines} aria-label={t('callOut.list')}>
          {lines.map((one) => (
            <Line
              key={one.key}
              t={t}
              common={common}
              id={one.key}
              called={one.called}
              standing={one.standing}
              now={now}
              chosen={one.key === line?.key}
              posts={postsInWords(run, one, language)}
              onChoose={pick}
            />
          ))}
          {lines.length === 0 && <li className={styles.noHit}>{t('callOut.noHit')}</li>}
        </ul>
      </div>
      {line && (
        <CallPane
          key={line.key}
          run={run}
          line={line}
          posts={postsInWords(run, line, language)}
          may={may}
          asking={asking}
          failed={failed}
          refusal={call.refusal}
          onAsk={setAsking}
          onPress={press}
          onLog={log}
          onPost={onPost}
        />
      )}
    </div>
  );
}

function postsInWords(run: RunRecord, { called }: CallLine, language: 'zh' | 'en'): string {
  return called.posts.map((code) => run.posts.find((post) => post.code === code)?.name[language] ?? code).join(' · ');
}

/** Lines that fit what is typed: part of the name or the phone, or whoever the register finds by pinyin. */
function useHits(lines: CallLine[], text: string): CallLine[] {
  const typed = text.trim();
  const found = useStation(people.find, { text: typed, limit: 50 }, { enabled: typed !== '', keepPrevious: true });
  if (typed === '') return lines;
  const ids = new Set(found.data?.map(({ id }) => id));
  const digits = typed.replaceAll(' ', '');
  return lines.filter(({ called: { person } }) => {
    if (person.id !== undefined && ids.has(person.id)) return true;
    return person.name.includes(typed) || (person.phone ?? '').includes(digits);
  });
}

interface LineProps extends Omit<CallLine, 'key'> {
  /** Handed down: sixty lines need not each look their words up. */
  t: Word<'planRunPeople'>;
  common: Word<'common'>;
  id: string;
  posts: string;
  now: Instant;
  chosen: boolean;
  onChoose: (key: string) => void;
}

const Line = memo(function Line({ t, common, id, called, standing, posts, now, chosen, onChoose }: LineProps) {
  const own = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);
  const { person, outcome, at, expectedAt } = called;
  const state = t(`callOut.outcome.${outcome}`);
  const since = at === undefined ? '' : t('callOut.state.since', { at, age: ageInWords(common, now - at) });
  const when =
    standing === 'reached' && expectedAt !== undefined
      ? t('callOut.state.expected', { at: expectedAt, age: ageInWords(common, expectedAt - now) })
      : standing === 'arrived' && at !== undefined
        ? t('callOut.state.at', { at })
        : since;
  const silentFor =
    outcome === 'reached'
      ? t('callOut.silent.late', { age: ageInWords(common, now - (expectedAt ?? now)) })
      : t('callOut.silent.waits', { age: ageInWords(common, now - (at ?? now)) });
  return (
    <li ref={own} className={styles.line} data-standing={standing}>
      <button type="button" className={styles.lineButton} aria-current={chosen || undefined} onClick={() => onChoose(id)}>
        <span className={styles.lineName}>
          <strong>{person.name}</strong>
          <span className={styles.quiet} title={posts}>
            {posts}
          </span>
        </span>
        <span className={person.phone ? styles.linePhone : styles.quiet}>
          {person.phone ? phoneForEyes(person.phone) : t('callOut.noPhone')}
        </span>
        <span className={styles.lineState}>
          {standing === 'silent' ? (
            <StatusTag urgency="red">{silentFor}</StatusTag>
          ) : standing === 'refused' ? (
            <StatusTag urgency="amber">{state}</StatusTag>
          ) : (
            <span className={standing === 'notCalled' ? undefined : styles.quiet}>{state}</span>
          )}
          <span className={styles.quiet}>{when}</span>
        </span>
      </button>
    </li>
  );
});
