import i18next from 'i18next';
import { plans, type WholePlan } from '../../../shared/plans/contract';
import { dateTimeIn, yearIn } from '../../../shared/time';
import { unit } from '../../../shared/unit/contract';
import type { AnyWord, Word } from '../../i18n/useWords';
import type { PaperProps } from '../../print/paper';
import { Sheets, usePaperContent } from '../../print/Sheets';
import { useAsk } from '../../station';
import { planWords } from '../usePlanWords';
import { blocksOfPlan, stepsHead } from './blocks';
import styles from './plan-paper.module.css';
import { said } from './words';

interface Known {
  whole: WholePlan;
  unit: string;
  letter: string;
  zone: string;
  now: number;
}

// Papers speak the unit's language, whatever the screens speak.
const any: AnyWord = (names, params) => i18next.t(names as string, { ...params, lng: 'zh' } as never) as unknown as string;
const t: Word<'plans'> = (name, params) => any(name.includes(':') ? name : `plans:${name}`, params);

/** A version of a plan on A4, with room to tick every step by hand: for the vehicle, and for the night without power. */
export default function PlanPaper({ subject, onDrawn, onFailed }: PaperProps) {
  const ask = useAsk();
  const read = async (): Promise<Known> => {
    const [code = '', version = ''] = subject.split('/');
    const [whole, status] = await Promise.all([ask(plans.one, { code, version }), ask(unit.status, {})]);
    const { unit: name = '', letter = '', zone, now } = status;
    return { whole, unit: name, letter, zone, now };
  };
  const known = usePaperContent(read, plans.one.name, onFailed);
  if (!known) return null;
  const { whole, unit: name, letter, zone, now } = known;
  const { plan, number, state } = whole;
  const words = planWords(plan, 'zh', t, any);
  // A plan may be called what no file can be.
  const title = words.say(plan.name).replace(/[\\/:*?"<>|]/gu, ' ');
  return (
    <Sheets
      blocks={blocksOfPlan(plan, words, t)}
      heads={Object.fromEntries(plan.phases.map((phase) => [phase.code, stepsHead]))}
      title={words.say(plan.name)}
      topLine={[said.station(name, letter), said.version(number, t(`state.${state}`))]}
      foot={(page, pages) => [`${said.printed}${dateTimeIn(zone, now)}`, said.page(page, pages)]}
      className={styles.plan}
      onDrawn={() => onDrawn({ name: `${title}-${said.versionOf(number)}`, year: String(yearIn(zone, now)), version: String(now) })}
    />
  );
}
