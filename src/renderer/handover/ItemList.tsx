import { type KeyboardEvent, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { HandedItem } from '../../shared/handover/content';
import type { Answer } from '../../shared/handover/events';
import { useWords } from '../i18n/useWords';
import { EmptyState } from '../widgets/EmptyState';
import { RefusalNote } from '../widgets/RefusalNote';
import { AnswerLine } from './AnswerLine';
import { type ItemChanges, itemGroups } from './item-groups';
import styles from './ItemList.module.css';
import { ItemRow, itemId } from './ItemRow';
import { useLayoutWord } from './layout';
import type { Answers } from './useAnswers';

export interface ItemListProps {
  items: readonly HandedItem[];
  sealedCount: number;
  now: number;
  /** Answered item by item, with one key each; undefined: only looked at. */
  taking?: { answers: Answers; version: string; onDone: () => void } | undefined;
  /** Answers of what is no longer being taken over. */
  answered?: Answers['of'] | undefined;
  changes?: ItemChanges | undefined;
  corrected?: ReadonlySet<string>;
  /** The keyboard or a click came to this item. */
  onChoose: (key: string | undefined) => void;
  onOpen: (item: HandedItem) => void;
  /** `focus()` puts the keyboard on the first item that lacks an answer. */
  ref?: Ref<{ focus: () => void }>;
}

/** Drafts are named in at most 80 characters: the end of the version's id tells it apart. */
const draftKey = (kind: string, version: string, item: string) => `handover.${kind.slice(0, 3)}:${version.slice(-12)}:${item}`.slice(0, 80);

type Line = { key: string; kind: 'question' | 'objection' | 'reply' };

/** What is handed over, by kind, the grave first. For the incoming officer each item takes one key; the keyboard goes on by itself. */
export function ItemList({ items, sealedCount, now, taking, answered, changes, corrected, onChoose, onOpen, ref }: ItemListProps) {
  const t = useWords('handover');
  const word = useLayoutWord();
  const groups = useMemo(() => itemGroups(items), [items]);
  const order = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const [chosen, setChosen] = useState<string>();
  const [line, setLine] = useState<Line>();
  /** Esc in the line of a high-risk item: its text field stays, the keyboard is with the list. */
  const [left, setLeft] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const answers = taking?.answers;
  const at = order.findIndex((item) => item.key === chosen);
  const item = order[at];

  const wantsRestating = (one: HandedItem) => taking !== undefined && one.highRisk && answers?.of(one.key)?.answer !== 'known';

  const choose = (key: string | undefined) => {
    setChosen(key);
    onChoose(key);
    setLine(undefined);
    setLeft(undefined);
    if (key) document.getElementById(itemId(key))?.scrollIntoView?.({ block: 'nearest' });
  };
  const backToList = () => {
    setLine(undefined);
    setLeft(chosen);
    box.current?.focus({ preventScroll: true });
  };
  /** To the next item without an answer; then to open questions; then on. */
  const goOn = (from: number, done: string) => {
    const round = [...order.slice(from + 1), ...order.slice(0, from + 1)].filter(({ key }) => key !== done && answers?.isOpen(key));
    const next = round.find(({ key }) => answers?.of(key) === undefined) ?? round[0];
    if (next) {
      box.current?.focus({ preventScroll: true });
      choose(next.key);
    } else taking?.onDone();
  };
  const move = (by: number) => {
    const next = order[Math.min(Math.max(at + by, 0), order.length - 1)];
    if (!next) return;
    box.current?.focus({ preventScroll: true });
    choose(next.key);
  };

  useImperativeHandle(ref, () => ({
    focus: () => {
      const open = taking
        ? (order.find(({ key }) => answers?.of(key) === undefined) ?? order.find(({ key }) => answers?.isOpen(key)))
        : undefined;
      if (taking && !open) {
        taking.onDone();
        return;
      }
      box.current?.focus({ preventScroll: true });
      choose(open?.key ?? chosen ?? order[0]?.key);
    },
  }));
  const give = (answer: Omit<Answer, 'item'>) => {
    if (!item || !answers) return Promise.resolve(false);
    const { key } = item;
    const sent = answers.give({ item: key, ...answer });
    setLine(undefined);
    // The keyboard goes on before the station has answered; a refusal calls it back.
    goOn(at, answer.answer === 'question' ? '' : key);
    void sent.then((done) => {
      if (!done) choose(key);
    });
    return sent;
  };
  const open = (kind: Line['kind']) => item && setLine({ key: item.key, kind });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const always: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(at < 0 ? 1 : -1),
      J: () => move(1),
      Home: () => move(-order.length),
      End: () => move(order.length),
    };
    const known = () => {
      if (!item) return;
      if (item.highRisk) setLeft(undefined);
      else void give({ answer: 'known', text: '', restated: '' });
    };
    const reply = () => answers?.of(item?.key ?? '')?.answer === 'question' && open('reply');
    const read = () => item && onOpen(item);
    const keys: Record<string, () => unknown> = taking
      ? { ...always, K: known, Enter: known, Q: () => open('question'), O: () => open('objection'), R: reply, D: read }
      : { ...always, Enter: read };
    const run = keys[name];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  const form = (one: HandedItem) => {
    if (!taking || one.key !== chosen) return undefined;
    const common = { onLeave: backToList, onMove: move };
    const version = taking.version;
    if (line?.key === one.key) {
      const { kind } = line;
      return (
        <AnswerLine
          key={kind}
          draft={draftKey(kind, version, one.key)}
          label={t(`taking.${kind}Text`)}
          startHere
          {...common}
          onSend={async (text) => {
            if (text === '') return false;
            if (kind !== 'reply') return give({ answer: kind, text, restated: '' });
            const done = await taking.answers.reply(one.key, text);
            if (done) backToList();
            return done;
          }}
        />
      );
    }
    if (!wantsRestating(one)) return undefined;
    return (
      <AnswerLine
        key="restate"
        draft={draftKey('restate', version, one.key)}
        label={t('taking.restate')}
        hint={t('taking.restateHint')}
        startHere={left !== one.key}
        {...common}
        onSend={(restated) => give({ answer: 'known', text: '', restated })}
      />
    );
  };

  return (
    <div
      ref={box}
      className={styles.list}
      role="listbox"
      aria-label={t('items.title')}
      aria-activedescendant={item ? itemId(item.key) : undefined}
      tabIndex={0}
      data-place="items"
      onKeyDown={onKeyDown}
    >
      {order.length === 0 && <EmptyState title={t('items.none')} />}
      {groups.map((group) => (
        <div key={group.kind} role="group" aria-label={word('kind', group.kind)}>
          <div className={styles.kind}>
            {word('kind', group.kind)}
            <span className={styles.many}>{group.items.length}</span>
          </div>
          {group.items.map((one) => (
            <ItemRow
              key={one.key}
              item={one}
              no={order.indexOf(one) + 1}
              now={now}
              chosen={one.key === chosen}
              taking={taking !== undefined}
              answer={answers ? answers.of(one.key) : answered?.(one.key)}
              mark={changes?.added.includes(one.key) ? 'added' : changes?.changed.includes(one.key) ? 'changed' : undefined}
              corrected={corrected?.has(one.key) ?? false}
              onChoose={() => {
                if (one.key !== chosen) choose(one.key);
              }}
              onOpen={() => onOpen(one)}
            >
              {form(one)}
              {answers?.refused === one.key && <RefusalNote refusal={answers.refusal} />}
            </ItemRow>
          ))}
        </div>
      ))}
      {sealedCount > 0 && <div className={styles.sealed}>{t('items.sealed', { n: sealedCount })}</div>}
    </div>
  );
}
