import { type HandoverView, handover } from '../../../shared/handover/contract';
import { unit } from '../../../shared/unit/contract';
import type { PaperName, PaperProps } from '../../print/paper';
import { type PaperBlock, Sheets, usePaperContent } from '../../print/Sheets';
import { useAsk } from '../../station';
import { blocksOf, tableHeads } from './blocks';
import styles from './paper.module.css';
import { marks, paperNumber, say, verificationCode } from './words';

interface Known {
  view: HandoverView;
  letter: string;
  blocks: PaperBlock[];
}

const heads = Object.fromEntries(
  Object.entries(tableHeads).map(([table, head]) => [table, () => <div className={styles.tableHead}>{head()}</div>]),
);

/** 交接班登记表 on A4. */
export default function HandoverPaper({ subject, onDrawn, onFailed }: PaperProps) {
  const ask = useAsk();
  const read = async (): Promise<Known> => {
    const [view, status] = await Promise.all([ask(handover.one, { shift: subject }), ask(unit.status, {})]);
    return { view, letter: view.version?.letter ?? status.letter ?? '', blocks: blocksOf(view) };
  };
  const known = usePaperContent(read, handover.one.name, onFailed);
  if (!known) return null;
  const { view, letter, blocks } = known;
  const { content, version } = view;
  return (
    <Sheets
      blocks={blocks}
      heads={heads}
      title={say('title')}
      topLine={[
        <>
          {content.unit}　{say('station', { letter })}
        </>,
        `${content.outgoing.date} ${content.outgoing.name}`,
        `${marks.after(say('number'))}${paperNumber(view, letter)}`,
      ]}
      foot={(page, pages) => [
        version ? marks.after(say('code')) + verificationCode(version.hash) : say('draft'),
        say('page', { page, pages }),
      ]}
      onDrawn={() => onDrawn(nameOf(view))}
    />
  );
}

/** 交接班登记表-2026-11-22-夜班; while signatures are missing its name says so. */
function nameOf({ content, version, phase }: HandoverView): PaperName {
  const { date, name } = content.outgoing;
  const unfinished = phase === 'complete' ? '' : `-${say(version ? 'unfinished' : 'draftShort')}`;
  return { name: `${say('title')}-${date}-${name}${unfinished}`, year: date.slice(0, 4), version: (version?.id ?? 'draft').slice(-8) };
}
