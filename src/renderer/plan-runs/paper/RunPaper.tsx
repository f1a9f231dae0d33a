import { planRuns } from '../../../shared/plan-runs/contract';
import type { RunRecord } from '../../../shared/plan-runs/record';
import { dateTimeIn, yearIn } from '../../../shared/time';
import { unit } from '../../../shared/unit/contract';
import type { PaperProps } from '../../print/paper';
import { type PaperBlock, Sheets, usePaperContent } from '../../print/Sheets';
import { useAsk } from '../../station';
import { blocksOf, heads } from './blocks';
import styles from './run-paper.module.css';
import { said } from './words';

interface Known {
  run: RunRecord;
  blocks: PaperBlock[];
  unit: string;
  letter: string;
  zone: string;
  now: number;
}

/** 预案执行记录 on A4; of a drill, marked as one on every page. */
export default function RunPaper({ subject, onDrawn, onFailed }: PaperProps) {
  const ask = useAsk();
  const read = async (): Promise<Known> => {
    const [run, status] = await Promise.all([ask(planRuns.one, { id: subject }), ask(unit.status, {})]);
    const { unit: name = '', letter = '', zone, now } = status;
    return { run, blocks: blocksOf(run, zone), unit: name, letter, zone, now };
  };
  const known = usePaperContent(read, planRuns.one.name, onFailed);
  if (!known) return null;
  const { run, blocks, unit: name, letter, zone, now } = known;
  const title = run.drill ? said.drillTitle : said.title;
  return (
    <Sheets
      blocks={blocks}
      heads={heads}
      title={title}
      topLine={[said.station(name, letter), `${said.number}${run.number}`]}
      foot={(page, pages) => [`${said.printed}${dateTimeIn(zone, now)}`, said.page(page, pages)]}
      className={run.drill ? `${styles.paper} ${styles.drill}` : styles.paper}
      onDrawn={() =>
        onDrawn({
          name: `${title}-${run.number}-${run.title.zh}`.replace(/[\\/:*?"<>|]/gu, ' ').slice(0, 90),
          year: String(yearIn(zone, run.activatedAt)),
          version: String(now),
        })
      }
    />
  );
}
