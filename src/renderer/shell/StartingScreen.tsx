import { useEffect, useState } from 'react';
import { useAnyWord, useWords } from '../i18n/useWords';
import { describeRefusal, type StationRefusal } from '../station';
import styles from './StartingScreen.module.css';

/** Nothing flashes on a quick start; words come only when somebody would begin to wonder. */
const wonder = 400;
const worry = 8_000;

/** Before the station has answered for the first time. */
export function StartingScreen({ refusal }: { refusal: StationRefusal | undefined }) {
  const t = useWords('shell');
  const word = useAnyWord();
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [wonder, worry].map((length) => setTimeout(() => setWaited(length), length));
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <main className={styles.starting} aria-live="polite">
      {waited > 0 && <p className={styles.title}>{t('starting')}</p>}
      {refusal && <p>{describeRefusal(word, refusal)}</p>}
      {!refusal && waited >= worry && <p>{t('startingLong')}</p>}
    </main>
  );
}
