import type { ReactNode } from 'react';
import type { HandoverVersion, HandoverView } from '../../../shared/handover/contract';
import type { PaperBlock } from '../../print/Sheets';
import { itemGroups } from '../item-groups';
import styles from './paper.module.css';
import { marks, moments, partsOf, say, verificationCode, word } from './words';

/** A piece of the form; a row names its table. */
type Block = PaperBlock & { table?: keyof typeof tableHeads };

const row = (name: string, cells: readonly ReactNode[]) => (
  <div className={`${styles.row} ${styles[name]}`}>
    {cells.map((cell, at) => (
      // Cells of a row have no names but their places.
      // oxlint-disable-next-line react/no-array-index-key
      <div key={at} className={styles.cell}>
        {cell}
      </div>
    ))}
  </div>
);

/** Heads of the tables: repeated where a table goes on on the next page. */
export const tableHeads = {
  items: () => row('items', [say('no'), say('item'), say('state'), say('next'), say('due'), say('age')]),
  counts: () => row('counts', [say('no'), say('count'), say('expected'), say('found'), say('explanation')]),
  systems: () => row('systems', [say('system'), say('systemState'), say('remark')]),
  answers: () => row('answers', [say('no'), say('item'), say('answer')]),
  signatures: () => row('signatures', ['', say('signer'), say('signedAt'), say('standing')]),
};

const heading = (key: string, text: string): Block => ({ key, element: <h2 className={styles.heading}>{text}</h2>, keepsWithNext: true });
const head = (table: keyof typeof tableHeads): Block => ({
  key: `${table} head`,
  element: <div className={styles.tableHead}>{tableHeads[table]()}</div>,
  keepsWithNext: true,
});
const text = (key: string, line: string): Block => ({ key, element: <div className={styles.text}>{line || '\u00a0'}</div> });
const none = (key: string): Block => text(key, say('none'));

/** The whole form, piece by piece, exactly as it was signed; corrections and answers beside it. */
export function blocksOf(view: HandoverView): Block[] {
  const { version } = view;
  return [
    ...warnings(view, version),
    ...facts(view, version),
    ...items(view),
    ...figures(view),
    ...counts(view),
    ...systems(view),
    heading('attention', say('attention')),
    ...(view.content.attention === ''
      ? [none('no attention')]
      : partsOf(view.content.attention).map((part, at) => text(`attention ${at}`, part))),
    ...answers(view, version),
    ...corrections(view, version),
    ...onRecord(view),
    ...signatures(view, version),
  ];
}

function warnings(view: HandoverView, version: HandoverVersion | undefined): Block[] {
  const { at } = moments(view.content.zone);
  const lines = [
    !version && say('draft'),
    version && !version.intact && say('broken'),
    version?.takenBack && say('takenBack', { name: version.takenBack.by, at: at(version.takenBack.at), text: version.takenBack.reason }),
    view.others.length > 0 && say('contested', { n: view.others.length }),
    view.settled && say('settled', { name: view.settled.by, at: at(view.settled.at), text: view.settled.reason }),
    view.settled && version && say(view.settled.stands === version.id ? 'stands' : 'standsNot'),
  ].filter((line): line is string => Boolean(line));
  return lines.map((line) => ({ key: line, element: <div className={styles.warning}>{line}</div> }));
}

function facts({ content, shift }: HandoverView, version: HandoverVersion | undefined): Block[] {
  const { at } = moments(content.zone);
  const separator = say('separator');
  const watch = (one: typeof content.outgoing) => (
    <>
      <div>{say('from', { date: one.date, name: one.name, start: at(one.start), end: at(one.end) })}</div>
      <div>
        {say('officers')}：{one.officers.map(({ name }) => name).join(separator) || say('none')}　{say('leader')}：
        {one.leader?.name ?? say('none')}
      </div>
    </>
  );
  const lines: [string, ReactNode][] = [
    [say('outgoing'), watch(content.outgoing)],
    [say('incoming'), watch(content.incoming)],
    [say('frozen'), at(content.at, true)],
  ];
  if (version) {
    lines.push([
      say('mode'),
      [
        word('mode', version.mode),
        version.modeReason && say('reason', { text: version.modeReason }),
        version.minutesLate > 0 && say('late', { n: version.minutesLate }),
      ]
        .filter(Boolean)
        .join(marks.comma),
    ]);
  }
  return lines.map(([name, value]) => ({ key: `${shift.key} ${name}`, element: row('facts', [name, value]) }));
}

function items({ content }: HandoverView): Block[] {
  const { at } = moments(content.zone);
  const ordered = itemGroups(content.items);
  const shown = ordered.flatMap((group) => group.items);
  const sealed = content.items.length - shown.length;
  return [
    heading('items', say('items', { n: shown.length })),
    ...(shown.length === 0 ? [none('no items')] : [head('items')]),
    ...shown.map(
      (item, no): Block => ({
        key: item.key,
        table: 'items',
        element: row('items', [
          no + 1,
          <>
            <div className={styles.strong}>
              {[item.highRisk && marks.stressed(say('highRisk')), word('kind', item.kind), item.number].filter(Boolean).join(' ')}
            </div>
            {item.title}
          </>,
          <>
            {item.state && <div>{word('state', item.state)}</div>}
            {item.holder}
          </>,
          [item.nextCode && word('next', item.nextCode), word('next', item.next)].filter(Boolean).join(marks.semicolon),
          item.due === undefined ? '' : at(item.due),
          item.shiftsOld > 0 ? say('shiftsOld', { n: item.shiftsOld }) : say('newItem'),
        ]),
      }),
    ),
    ...(sealed > 0 ? [text('sealed', [`${word('kind', 'sealed')} ${sealed}`, say('sealed')].join(marks.semicolon))] : []),
  ];
}

function figures({ content }: HandoverView): Block[] {
  const lines: Block[] = [];
  for (let at = 0; at < content.figures.length; at += 5) {
    lines.push({
      key: `figures ${at}`,
      element: (
        <div className={styles.figures}>
          {content.figures.slice(at, at + 5).map(({ key, value }) => (
            <div key={key} className={styles.cell}>
              {word('figure', key)} <b>{value}</b>
            </div>
          ))}
        </div>
      ),
    });
  }
  return [heading('figures', say('figures')), ...(lines.length > 0 ? lines : [none('no figures')])];
}

function counts({ content }: HandoverView): Block[] {
  return [
    heading('counts', say('counts')),
    ...(content.counts.length === 0 ? [none('no counts')] : [head('counts')]),
    ...content.counts.map(
      ({ name, unit, expected, found, explanation }, no): Block => ({
        key: `count ${name}`,
        table: 'counts',
        element: row('counts', [no + 1, name, `${expected} ${unit}`, found === null ? '' : `${found} ${unit}`, explanation]),
      }),
    ),
  ];
}

function systems({ content }: HandoverView): Block[] {
  const { at } = moments(content.zone);
  return [
    heading('systems', say('systems')),
    ...(content.systems.length === 0 ? [none('no systems')] : [head('systems')]),
    ...content.systems.map(
      (system): Block => ({
        key: `system ${system.key}`,
        table: 'systems',
        element: row('systems', [
          word('system', system.key),
          [
            word('systemState', system.state),
            system.at === undefined ? system.value !== undefined && say('entries', { n: system.value }) : at(system.at),
          ]
            .filter((part) => part !== undefined)
            .join(' '),
          system.remark,
        ]),
      }),
    ),
  ];
}

function answers({ content }: HandoverView, version: HandoverVersion | undefined): Block[] {
  if (!version) return [];
  const { at } = moments(content.zone);
  const shown = itemGroups(content.items).flatMap((group) => group.items);
  let plain = 0;
  const rows = shown.flatMap((item, no) => {
    const answer = version.answers.find((one) => one.item === item.key);
    if (!answer) return [];
    const said = answer.talk.filter(({ kind, text: words }) => kind !== 'known' && words !== '');
    if (answer.answer === 'known' && answer.restated === '' && said.length === 0) {
      plain += 1;
      return [];
    }
    const lines = [
      answer.restated && say('restated', { text: answer.restated }),
      ...said.map(({ at: when, kind, text: words }) =>
        kind === 'reply'
          ? say('reply', { at: at(when), text: words })
          : say('asked', { at: at(when), kind: word('answer', kind), text: words }),
      ),
    ].filter(Boolean);
    return [
      {
        key: `answer ${item.key}`,
        table: 'answers' as const,
        element: row('answers', [
          no + 1,
          item.number ? `${word('kind', item.kind)} ${item.number}` : item.title.slice(0, 40),
          <>
            <span className={styles.strong}>{word('answer', answer.answer)}</span>
            {lines.map((line) => (
              <div key={String(line)}>{line}</div>
            ))}
          </>,
        ]),
      },
    ];
  });
  return [
    heading('answers', say('answers')),
    ...(rows.length === 0 ? [] : [head('answers'), ...rows]),
    ...(plain > 0 ? [text('plain answers', say('restKnown', { n: plain }))] : []),
    ...(rows.length + plain === 0 ? [none('no answers')] : []),
  ];
}

function corrections({ content }: HandoverView, version: HandoverVersion | undefined): Block[] {
  if (!version || version.corrections.length === 0) return [];
  const { at } = moments(content.zone);
  return [
    heading('corrections', say('corrections')),
    ...version.corrections.map(({ entry, item, text: words, name, at: when }): Block => {
      const of = content.items.find((one) => one.key === item);
      return {
        key: entry,
        element: (
          <div className={styles.text}>
            <div className={styles.strong}>
              {item ? say('correctionOf', { item: of?.number || of?.title || item }) : say('correctionOfAll')}
            </div>
            {words}
            <div className={styles.quiet}>{say('by', { name, at: at(when, true) })}</div>
          </div>
        ),
      };
    }),
  ];
}

function onRecord(view: HandoverView): Block[] {
  const { at } = moments(view.content.zone);
  const lines = [
    ...(view.overdueNotedAt === undefined ? [] : [say('noted', { at: at(view.overdueNotedAt) })]),
    ...view.prolonged.map((one) => say('prolonged', { name: one.by, at: at(one.at), text: one.reason })),
    ...view.told.map((one) => say('toldLeader', { name: one.by, at: at(one.at), means: word('means', one.means), leader: one.leader })),
  ];
  return lines.length === 0 ? [] : [heading('told', say('told')), ...lines.map((line) => text(line, line))];
}

function signatures({ content }: HandoverView, version: HandoverVersion | undefined): Block[] {
  const { at } = moments(content.zone);
  type Mark = HandoverVersion['joined'][number];
  const line = (name: string, mark: Mark | undefined, instead: string, more: readonly string[] = []): Block => ({
    key: `signature ${name} ${mark?.entry ?? ''}`,
    table: 'signatures',
    element: row('signatures', [
      name,
      mark ? (
        <span key="signer" className={styles.signer}>
          {mark.name}
        </span>
      ) : (
        say('notSigned')
      ),
      mark ? at(mark.at, true) + marks.aside(say('station', { letter: mark.letter })) : '',
      mark && (
        <>
          {word('standing', mark.standing === 'instead' ? instead : mark.standing)}
          {mark.standing === 'instead' && <div>{say('reason', { text: mark.reason })}</div>}
          {more.filter(Boolean).map((one) => (
            <div key={one}>{one}</div>
          ))}
        </>
      ),
    ]),
  });
  const incoming = version?.incoming ?? [];
  const leaders = version?.leader ?? [];
  return [
    heading('signatures', say('signatures')),
    head('signatures'),
    line(say('outgoing'), version?.outgoing, 'insteadOutgoing'),
    ...(incoming.length === 0 ? [line(say('incoming'), undefined, '')] : []),
    ...incoming.map((mark) =>
      line(say('incoming'), mark, 'insteadIncoming', [
        mark.missing.length > 0 ? say('missing', { names: mark.missing.map(({ name }) => name).join(say('separator')) }) : '',
        mark.remark,
      ]),
    ),
    ...(version?.joined ?? []).map((mark) => line(say('joined'), mark, 'insteadIncoming')),
    ...(leaders.length === 0 ? [line(say('leader'), undefined, '')] : []),
    ...leaders.map((mark) => line(say('leader'), mark, 'insteadLeader', [mark.remark])),
    ...(version
      ? [
          {
            key: 'hash',
            element: (
              <div className={styles.hash}>
                <div>
                  {say('hash')}：<span>{version.hash}</span>
                </div>
                <div>
                  {say('code')}：<b>{verificationCode(version.hash)}</b>
                </div>
              </div>
            ),
          },
        ]
      : []),
  ];
}
