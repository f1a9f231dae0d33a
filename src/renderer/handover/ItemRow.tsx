import { IconAlertTriangle, IconCheck, IconFlame, IconMessageQuestion, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { HandedItem } from '../../shared/handover/content';
import { hour } from '../../shared/time';
import { useWords } from '../i18n/useWords';
import { StatusTag } from '../widgets/StatusTag';
import { ageInWords } from '../widgets/words-of-age';
import { ZoneTime } from '../widgets/ZoneTime';
import styles from './ItemList.module.css';
import { useLayoutWord } from './layout';
import type { AnswerGiven } from './useAnswers';

export interface ItemRowProps {
  item: HandedItem;
  no: number;
  /** The moment ages and deadlines are counted to: now for a draft, when it was frozen for what was signed. */
  now: number;
  chosen: boolean;
  taking: boolean;
  answer?: AnswerGiven | undefined;
  mark?: 'added' | 'changed' | undefined;
  corrected: boolean;
  onChoose: () => void;
  onOpen: () => void;
  children?: ReactNode;
}

export const itemId = (key: string) => `handover-item-${key.replace(/[^\w-]/g, '_')}`;

/** One matter as it is handed over: what, how it stands, who has it, what comes next, until when, how old. */
export function ItemRow({ item, no, now, chosen, taking, answer, mark, corrected, onChoose, onOpen, children }: ItemRowProps) {
  const t = useWords('handover');
  const common = useWords('common');
  const word = useLayoutWord();
  const age = Math.max(0, now - item.since);
  const next = [item.nextCode && word('next', item.nextCode), word('next', item.next)].filter(Boolean).join(common('separator'));
  const said = answer?.talk.filter(({ kind, text }) => kind !== 'known' && text !== '') ?? [];
  const open = taking && answer?.answer === 'question';
  const mute = answer !== undefined && said.length === 0 && answer.restated === '' && answer.text === '' && !open;
  const overdue = item.due !== undefined && item.due < now;
  return (
    // The keyboard drives the list as a whole (aria-activedescendant), the pointer its rows.
    <div
      id={itemId(item.key)}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles.row}
      data-risk={item.highRisk || undefined}
      data-answered={taking && answer !== undefined && answer.answer !== 'question' ? '' : undefined}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      <div className={styles.no}>{no}</div>
      <div className={styles.what}>
        <div className={styles.head}>
          {item.highRisk && (
            <StatusTag urgency="red" icon={IconFlame}>
              {t('items.highRisk')}
            </StatusTag>
          )}
          {mark && (
            <StatusTag urgency="blue" icon={IconPencil}>
              {t(`items.${mark}`)}
            </StatusTag>
          )}
          {item.number && <span className={styles.number}>{item.number}</span>}
          {item.state && <span className={styles.state}>{word('state', item.state)}</span>}
          {next && <span className={styles.fact}>{t('items.next', { text: next })}</span>}
          {item.holder && <span className={styles.fact}>{t('items.holder', { name: item.holder })}</span>}
          {mute && <Answered answer={answer.answer} />}
          {corrected && <StatusTag icon={IconPencil}>{t('items.corrected')}</StatusTag>}
        </div>
        <div className={styles.title}>{item.title}</div>
      </div>
      <div className={styles.when}>
        {item.due !== undefined && (
          <div className={styles.due}>
            {overdue ? (
              <StatusTag urgency="amber" icon={IconAlertTriangle}>
                {t('items.overdue')} <ZoneTime at={item.due} />
              </StatusTag>
            ) : (
              <>
                {t('items.due')} <ZoneTime at={item.due} />
              </>
            )}
          </div>
        )}
        <div className={styles.ages} data-beside={item.due !== undefined || undefined}>
          <span>{t('items.age', { age: ageInWords(common, age < hour ? age : age - (age % hour)) })}</span>
          {item.shiftsOld > 0 && <span className={styles.old}>{t('items.shiftsOld', { n: item.shiftsOld })}</span>}
        </div>
      </div>
      {answer && !mute && (
        <div className={styles.answer}>
          <Answered answer={answer.answer} />
          <div className={styles.talk}>
            {answer.restated && <div>{t('taking.restated', { text: answer.restated })}</div>}
            {said.length === 0 && answer.text && <div>{answer.text}</div>}
            {said.map(({ at, kind, text }) => (
              <div key={`${at}${kind}${text}`}>
                {kind === 'reply' ? t('taking.replied', { at, text }) : t('taking.asked', { at, kind: word('answer', kind), text })}
              </div>
            ))}
            {open && (
              <div className={styles.waits}>
                {t(answer.talk.at(-1)?.kind === 'reply' ? 'taking.waitsForKnown' : 'taking.waitsForReply')}
              </div>
            )}
          </div>
        </div>
      )}
      {children && <div className={styles.form}>{children}</div>}
    </div>
  );
}

/** The answer as a tag: only what is not simply known draws the eye. */
function Answered({ answer }: { answer: AnswerGiven['answer'] }) {
  const word = useLayoutWord();
  return (
    <StatusTag
      urgency={answer === 'known' ? 'plain' : 'amber'}
      icon={{ known: IconCheck, question: IconMessageQuestion, objection: IconAlertTriangle }[answer]}
    >
      {word('answer', answer)}
    </StatusTag>
  );
}
