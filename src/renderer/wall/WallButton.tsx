import { IconDeviceTv } from '@tabler/icons-react';
import { useWords } from '../i18n/useWords';
import { useKeys, useShell } from '../shell';
import { useDeskShell } from '../station';
import styles from './WallButton.module.css';

/** Opens the wall on the second screen, and closes it. */
export function WallButton() {
  const t = useWords('wall');
  const shell = useShell();
  const { toggleWall } = useDeskShell();
  const toggle = () => {
    toggleWall().then(
      (open) => shell.say(t(open ? 'opened' : 'closed')),
      () => shell.say(t('failed')),
    );
  };
  useKeys([{ key: 'F11', label: t('keys.wall'), group: 'station', run: toggle }]);
  return (
    <button type="button" className={styles.button} title={`${t('keys.wall')} F11`} aria-label={t('keys.wall')} onClick={toggle}>
      <IconDeviceTv size="1.35rem" stroke={1.7} aria-hidden />
    </button>
  );
}
