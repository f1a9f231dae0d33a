import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { devices } from '../../../shared/devices/contract';
import { faults } from '../../../shared/faults/contract';
import { type WorkOrder, workOrderOf } from '../../../shared/faults/work-order';
import { dateTimeIn, yearIn } from '../../../shared/time';
import { unit } from '../../../shared/unit/contract';
import { type PageOfPieces, pagesOf } from '../../print/pages';
import type { PaperProps } from '../../print/paper';
import { refusalOf, useAsk } from '../../station';
import { type Block, blocksOf } from './blocks';
import { said } from './words';
import styles from './WorkOrderPaper.module.css';

interface Known {
  order: WorkOrder;
  blocks: Block[];
  unit: string;
  letter: string;
  zone: string;
  now: number;
}

/** Print lays lines out a hair otherwise than the screen it was measured on, px. */
const slack = 12;

/** 故障派单工单 on A4, for the person sent: asked for anew each time it is drawn, put on pages by its measured height. */
export default function WorkOrderPaper({ subject, onDrawn, onFailed }: PaperProps) {
  const ask = useAsk();
  const [known, setKnown] = useState<Known>();
  const [pages, setPages] = useState<PageOfPieces[]>();
  const measure = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let here = true;
    const read = async (): Promise<Known> => {
      const [fault, status, profiles] = await Promise.all([
        ask(faults.one, { id: subject }),
        ask(unit.status, {}),
        ask(faults.profiles, {}),
      ]);
      const { device: reference } = fault.intake ?? {};
      // A device that the register does not know here stays as it was named.
      const device = reference?.id === undefined ? undefined : await ask(devices.one, { id: reference.id }).catch(() => undefined);
      const order = workOrderOf(fault, device);
      const profile = profiles.find((one) => one.profile.code === fault.profile)?.profile;
      const className = profile?.classes.find(({ code }) => code === fault.class)?.name.zh ?? '';
      const { unit: name = '', letter = '', zone, now } = status;
      return { order, blocks: blocksOf(order, fault, className, zone), unit: name, letter, zone, now };
    };
    read().then(
      (found) => here && setKnown(found),
      (thrown: unknown) => here && onFailed(refusalOf(thrown, faults.one.name).code),
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
    const { order, zone, now } = known;
    const name = { name: `${said.title}-${order.number}`, year: String(yearIn(zone, order.reportedAt)), version: String(now) };
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
        <h1 className={styles.title}>{said.title}</h1>
        <div className={styles.topLine}>
          <span>{said.station(known.unit, known.letter)}</span>
          <span>
            {said.number}
            <span className={styles.number}>{known.order.number}</span>
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
