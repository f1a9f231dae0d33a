import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type HandoverView, handover } from '../../../shared/handover/contract';
import { unit } from '../../../shared/unit/contract';
import { type PageOfPieces, pagesOf } from '../../print/pages';
import type { PaperName, PaperProps } from '../../print/paper';
import { refusalOf, useAsk } from '../../station';
import { type Block, blocksOf, tableHeads } from './blocks';
import styles from './paper.module.css';
import { marks, paperNumber, say, verificationCode } from './words';

interface Known {
  view: HandoverView;
  letter: string;
  blocks: Block[];
}

/** 交接班登记表 on A4: asked for anew each time it is drawn, put on pages by its measured height, done when its fonts are there. */
export default function HandoverPaper({ subject, onDrawn, onFailed }: PaperProps) {
  const ask = useAsk();
  const [known, setKnown] = useState<Known>();
  const [pages, setPages] = useState<PageOfPieces[]>();
  const measure = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let here = true;
    Promise.all([ask(handover.one, { shift: subject }), ask(unit.status, {})]).then(
      ([view, status]) => here && setKnown({ view, letter: view.version?.letter ?? status.letter ?? '', blocks: blocksOf(view) }),
      (thrown: unknown) => here && onFailed(refusalOf(thrown, handover.one.name).code),
    );
    return () => {
      here = false;
    };
    // Once for each job: a job has a key of its own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [subject]);

  // Heights are true only in the right fonts: laying out asks for them, then they are waited for.
  useLayoutEffect(() => {
    const box = measure.current;
    if (!known || pages || !box) return;
    let here = true;
    box.getBoundingClientRect();
    void document.fonts.ready.then(() => {
      if (!here) return;
      const heightOf = (selector: string) => box.querySelector(selector)?.getBoundingClientRect().height ?? 0;
      const pieces = [...box.querySelectorAll('[data-piece]')].map((element) => element.getBoundingClientRect().height);
      setPages(
        pagesOf(
          known.blocks.map(({ table, keepsWithNext = false }, at) => ({
            height: pieces[at] ?? 0,
            keepsWithNext,
            table: table && { key: table, headHeight: heightOf(`[data-head="${table}"]`) },
          })),
          heightOf('[data-room]') - slack,
        ),
      );
    });
    return () => {
      here = false;
    };
  }, [known, pages]);

  useLayoutEffect(() => {
    if (!known || !pages) return;
    document.body.getBoundingClientRect();
    void document.fonts.ready.then(() => onDrawn(nameOf(known.view)));
    // Once for each job.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [known, pages]);

  if (!known) return null;
  if (!pages) {
    return (
      <div className={`${styles.paper} ${styles.measure}`} ref={measure}>
        <Sheet known={known} page={1} pages={1}>
          {known.blocks.map(({ key, element }) => (
            <div key={key} className={styles.piece} data-piece>
              {element}
            </div>
          ))}
          {Object.entries(tableHeads).map(([table, head]) => (
            <div key={table} className={styles.piece} data-head={table}>
              <TableHead>{head()}</TableHead>
            </div>
          ))}
        </Sheet>
      </div>
    );
  }
  return (
    <div className={styles.paper}>
      {pages.map(({ pieces, continues }, at) => (
        <Sheet key={pieces[0] ?? at} known={known} page={at + 1} pages={pages.length}>
          {continues && (
            <div className={styles.piece}>
              <TableHead>{tableHeads[continues as keyof typeof tableHeads]()}</TableHead>
            </div>
          )}
          {pieces.map((place) => (
            <div key={known.blocks[place]?.key} className={styles.piece}>
              {known.blocks[place]?.element}
            </div>
          ))}
        </Sheet>
      ))}
    </div>
  );
}

/** Print lays lines out a hair otherwise than the screen it was measured on, px. */
const slack = 12;

function TableHead({ children }: { children: ReactNode }) {
  return <div className={styles.tableHead}>{children}</div>;
}

/** One A4 sheet: what every page says at its top and foot. */
function Sheet({ known: { view, letter }, page, pages, children }: { known: Known; page: number; pages: number; children: ReactNode }) {
  const { content, version } = view;
  return (
    <section className={styles.page}>
      <header className={styles.top}>
        <h1 className={styles.title}>{say('title')}</h1>
        <div className={styles.topLine}>
          <span>
            {content.unit}　{say('station', { letter })}
          </span>
          <span>
            {content.outgoing.date} {content.outgoing.name}
          </span>
          <span>
            {marks.after(say('number'))}
            {paperNumber(view, letter)}
          </span>
        </div>
      </header>
      <div className={styles.body} data-room>
        {children}
      </div>
      <footer className={styles.foot}>
        <span>{version ? marks.after(say('code')) + verificationCode(version.hash) : say('draft')}</span>
        <span>{say('page', { page, pages })}</span>
      </footer>
    </section>
  );
}

/** 交接班登记表-2026-11-22-夜班; while signatures are missing its name says so. */
function nameOf({ content, version, phase }: HandoverView): PaperName {
  const { date, name } = content.outgoing;
  const unfinished = phase === 'complete' ? '' : `-${say(version ? 'unfinished' : 'draftShort')}`;
  return { name: `${say('title')}-${date}-${name}${unfinished}`, year: date.slice(0, 4), version: (version?.id ?? 'draft').slice(-8) };
}
