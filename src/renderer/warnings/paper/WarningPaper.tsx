import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dateTimeIn, yearIn } from '../../../shared/time';
import { unit } from '../../../shared/unit/contract';
import { warnings } from '../../../shared/warnings/contract';
import { type PageOfPieces, pagesOf } from '../../print/pages';
import type { PaperProps } from '../../print/paper';
import { refusalOf, useAsk } from '../../station';
import { type Block, noticeBlocks, orderBlocks } from './blocks';
import styles from './WarningPaper.module.css';
import { said } from './words';

interface Known {
  title: string;
  number: string;
  /** Says under which year it is kept. */
  at: number;
  /** Part of the name that tells papers of one warning apart. */
  about: string;
  blocks: Block[];
  unit: string;
  letter: string;
  zone: string;
  now: number;
}

/** Print lays lines out a hair otherwise than the screen it was measured on, px. */
const slack = 12;

/**
 * 预警通知 or 任务通知书 on A4, whichever has that id: asked for anew each time it is drawn, put on pages by its measured height.
 */
export default function WarningPaper({ subject, onDrawn, onFailed }: PaperProps) {
  const ask = useAsk();
  const [known, setKnown] = useState<Known>();
  const [pages, setPages] = useState<PageOfPieces[]>();
  const measure = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let here = true;
    const read = async (): Promise<Known> => {
      const { unit: name = '', letter = '', zone, now } = await ask(unit.status, {});
      const place = { unit: name, letter, zone, now };
      const order = await ask(warnings.order, { id: subject }).catch(() => undefined);
      if (order?.facts) {
        const { number, issuedAt, unitName } = order.facts;
        return { ...place, title: said.order, number, at: issuedAt, about: unitName, blocks: orderBlocks(order, zone) };
      }
      const warning = await ask(warnings.one, { id: subject });
      const { number, kind = 'warning', since } = warning;
      return { ...place, title: said.notice(kind), number, at: since, about: '', blocks: noticeBlocks(warning, zone) };
    };
    read().then(
      (found) => here && setKnown(found),
      (thrown: unknown) => here && onFailed(refusalOf(thrown, warnings.one.name).code),
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
      const room = box.querySelector('[data-room]')?.getBoundingClientRect().height ?? 0;
      const heights = [...box.querySelectorAll('[data-piece]')].map((element) => element.getBoundingClientRect().height);
      setPages(
        pagesOf(
          known.blocks.map(({ keepsWithNext = false }, at) => ({ height: heights[at] ?? 0, keepsWithNext })),
          room - slack,
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
    const { title, number, about, at, zone, now } = known;
    // A unit may be called what no file can be.
    const part = about.replace(/[\\/:*?"<>|]/gu, ' ').slice(0, 40);
    const name = { name: [title, number, part].filter(Boolean).join('-'), year: String(yearIn(zone, at)), version: String(now) };
    void document.fonts.ready.then(() => onDrawn(name));
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
        </Sheet>
      </div>
    );
  }
  return (
    <div className={styles.paper}>
      {pages.map(({ pieces }, at) => (
        <Sheet key={pieces[0] ?? at} known={known} page={at + 1} pages={pages.length}>
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

/** One A4 sheet: what every page says at its top and foot. */
function Sheet({ known, page, pages, children }: { known: Known; page: number; pages: number; children: ReactNode }) {
  return (
    <section className={styles.page}>
      <header>
        <h1 className={styles.title}>{known.title}</h1>
        <div className={styles.topLine}>
          <span>{said.station(known.unit, known.letter)}</span>
          <span>
            {said.number}
            <span className={styles.number}>{known.number}</span>
          </span>
        </div>
      </header>
      <div className={styles.body} data-room>
        {children}
      </div>
      <footer className={styles.foot}>
        <span>
          {said.printed}
          {dateTimeIn(known.zone, known.now)}
        </span>
        <span>{said.page(page, pages)}</span>
      </footer>
    </section>
  );
}
