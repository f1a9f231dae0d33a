import { IconAlertTriangle, IconClock, IconFlame, IconPlayerPause } from '@tabler/icons-react';
import type { WallCard } from '../../shared/faults/wall';
import { useAnyWord, useLanguage, useWords } from '../i18n/useWords';
import { ageInWords } from '../widgets/words-of-age';
import styles from './WallScreen.module.css';

const icons = { red: IconFlame, amber: IconAlertTriangle, calm: IconClock };

/** One of the ten: how grave, where, what, who, and the time left, which runs. */
export function WallRow({ card, now }: { card: WallCard; now: number }) {
  const any = useAnyWord();
  const language = useLanguage();
  const t = useWords('wall');
  const common = useWords('common');
  const { class: grave, device, place, symptom, name, state, engineer, standing, highRisk } = card;
  // Between two answers of the station it turns red by itself.
  const urgency = card.dueAt !== undefined && now > card.dueAt ? 'red' : card.urgency;
  const Icon = standing === 'paused' ? IconPlayerPause : icons[urgency];
  const stateWord = any(`faults:state.${state}`);
  return (
    <li className={styles.row} data-urgency={urgency}>
      <Icon className={styles.icon} size="1.5rem" stroke={1.8} aria-hidden />
      <span className={styles.grave} data-high={highRisk || undefined}>
        {grave}
      </span>
      <span className={styles.what}>
        <span className={styles.where}>{device ?? place}</span>
        <span className={styles.symptom}>{symptom}</span>
      </span>
      <span className={styles.state}>{engineer === undefined ? stateWord : t('state', { state: stateWord, name: engineer })}</span>
      <span className={styles.left}>
        <span className={styles.aim}>{name?.[language]}</span>
        <strong>{timeOf()}</strong>
      </span>
    </li>
  );

  function timeOf(): string {
    const words = (length: number) => ageInWords(common, length);
    if (standing === 'paused') return t('time.paused', { time: words(Math.max(0, card.left ?? 0)) });
    if (card.dueAt === undefined) return t('time.none');
    return card.dueAt < now ? t('time.over', { time: words(now - card.dueAt) }) : t('time.left', { time: words(card.dueAt - now) });
  }
}
