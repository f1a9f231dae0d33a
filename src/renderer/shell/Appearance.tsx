import { useMantineColorScheme } from '@mantine/core';
import { type Icon, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { speak } from '../i18n/i18n';
import { useLanguage, useWords } from '../i18n/useWords';
import styles from './Appearance.module.css';

/** Theme and language of this desk. */
export function Appearance() {
  const t = useWords('shell');
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme !== 'light';
  return (
    <>
      <BarButton
        icon={dark ? IconSun : IconMoon}
        word={t(dark ? 'bar.toLight' : 'bar.toDark')}
        label={t(dark ? 'bar.themeLight' : 'bar.themeDark')}
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      />
      <BarButton
        icon={IconLanguage}
        word={t('bar.language')}
        label={t('bar.languageLabel')}
        onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
      />
    </>
  );
}

/** A verb of the top bar: icon above word. */
export function BarButton({ icon: Icon, word, label, onClick }: { icon: Icon; word: string; label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.verb} aria-label={label} title={label} onClick={onClick}>
      <Icon size="1.25rem" stroke={1.7} aria-hidden />
      <span>{word}</span>
    </button>
  );
}
