import { Button } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';

/** From the board to the figures of faults, by click or key. */
export function FiguresLink() {
  const t = useWords('faultFigures');
  const shell = useShell();
  const go = () => shell.go('/faults/figures');
  useScreenKeys([{ key: 'T', label: t('keys.open'), run: go }]);
  return (
    <Button variant="default" leftSection={<IconChartBar size="1.15rem" aria-hidden />} title="T" onClick={go}>
      {t('nav')}
    </Button>
  );
}
