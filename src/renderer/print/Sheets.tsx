import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { refusalOf } from '../station';
import { type PageOfPieces, pagesOf } from './pages';
import styles from './sheets.module.css';

/** A piece of a paper that is never torn apart. */
export interface PaperBlock {
  key: string;
  element: ReactNode;
  /** The table it is a row of. */
  table?: string;
  /** A heading: never the last on its page. */
  keepsWithNext?: boolean;
}

export interface SheetsProps {
  blocks: readonly PaperBlock[];
  /** Heads of its tables: repeated where a table goes on on the next page. */
  heads?: Readonly<Record<string, () => ReactNode>>;
  title: string;
  /** What stands under the title of every page, from left to right. */
  topLine: readonly ReactNode[];
  /** At the foot of every page, on the left and on the right. */
  foot: (page: number, pages: number) => readonly [ReactNode, ReactNode];
  /** For its size of letters. */
  className?: string | undefined;
  /** All of it stands on its pages, in its fonts. */
  onDrawn: () => void;
}

/** Print lays lines out a hair otherwise than the screen it was measured on, px. */
const slack = 12;

/** A paper on A4, put on pages by its measured height. */
export function Sheets(props: SheetsProps) {
  const { blocks, heads = {}, className, onDrawn } = props;
  const [pages, setPages] = useState<PageOfPieces[]>();
  const measure = useRef<HTMLDivElement>(null);

  // Heights are true only in the right fonts: laying out asks for them, then they are waited for.
  useLayoutEffect(() => {
    const box = measure.current;
    if (pages || !box) return;
    let here = true;
    box.getBoundingClientRect();
    void document.fonts.ready.then(() => {
      if (!here) return;
      const heightOf = (selector: string) => box.querySelector(selector)?.getBoundingClientRect().height ?? 0;
      const pieces = [...box.querySelectorAll('[data-piece]')].map((element) => element.getBoundingClientRect().height);
      setPages(
        pagesOf(
          blocks.map(({ table, keepsWithNext = false }, at) => ({
            height: pieces[at] ?? 0,
            keepsWithNext,
            table: table === undefined ? undefined : { key: table, headHeight: heightOf(`[data-head="${table}"]`) },
          })),
          heightOf('[data-room]') - slack,
        ),
      );
    });
    return () => {
      here = false;
    };
  }, [blocks, pages]);

  useLayoutEffect(() => {
    if (!pages) return;
    document.body.getBoundingClientRect();
    void document.fonts.ready.then(onDrawn);
    // Once for each job.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pages]);

  const paper = [styles.paper, className].filter(Boolean).join(' ');
  if (!pages) {
    return (
      <div className={`${paper} ${styles.measure}`} ref={measure}>
        <Sheet {...props} page={1} pages={1}>
          {blocks.map(({ key, element }) => (
            <div key={key} className={styles.piece} data-piece>
              {element}
            </div>
          ))}
          {Object.entries(heads).map(([table, head]) => (
            <div key={table} className={styles.piece} data-head={table}>
              {head()}
            </div>
          ))}
        </Sheet>
      </div>
    );
  }
  return (
    <div className={paper}>
      {pages.map(({ pieces, continues }, at) => (
        <Sheet key={pieces[0] ?? at} {...props} page={at + 1} pages={pages.length}>
          {continues !== undefined && <div className={styles.piece}>{heads[continues]?.()}</div>}
          {pieces.map((place) => (
            <div key={blocks[place]?.key} className={styles.piece}>
              {blocks[place]?.element}
            </div>
          ))}
        </Sheet>
      ))}
    </div>
  );
}

/** One A4 sheet: what every page says at its top and foot. */
function Sheet({ title, topLine, foot, page, pages, children }: SheetsProps & { page: number; pages: number; children: ReactNode }) {
  const [left, right] = foot(page, pages);
  return (
    <section className={styles.page}>
      <header className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.topLine}>
          {topLine.map((part, at) => (
            // Parts of a line have no names but their places.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={at}>{part}</span>
          ))}
        </div>
      </header>
      <div className={styles.body} data-room>
        {children}
      </div>
      <footer className={styles.foot}>
        <span>{left}</span>
        <span>{right}</span>
      </footer>
    </section>
  );
}

/** What a paper is made of, asked for anew each time it is drawn. `procedure` is the one a throw is named after. */
export function usePaperContent<T>(read: () => Promise<T>, procedure: string, onFailed: (code: string) => void): T | undefined {
  const [known, setKnown] = useState<T>();
  useEffect(() => {
    let here = true;
    read().then(
      (found) => here && setKnown(found),
      (thrown: unknown) => here && onFailed(refusalOf(thrown, procedure).code),
    );
    return () => {
      here = false;
    };
    // Once for each job: a job has a key of its own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return known;
}
