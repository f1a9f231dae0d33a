import { Outlet, useRouterState } from '@tanstack/react-router';
import { Fragment } from 'react';
import { i18next } from '../i18n/i18n';
import { useAnyWord, useWords } from '../i18n/useWords';
import { holdsRole, useOfficer } from '../station';
import { SidePanel } from '../widgets/SidePanel';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './Frame.module.css';
import { KeyBar } from './KeyBar';
import { KeyboardMap } from './KeyboardMap';
import { useKeys } from './KeyMap';
import { MovedAsideNotice } from './MovedAsideNotice';
import { NavigationRail } from './NavigationRail';
import { ShellProvider, useShell, useShellPanels } from './ShellContext';
import { StationDownNotice } from './StationDownNotice';
import { useSession } from './session';
import type { PanelSpec, RecordToOpen, ShellVerbs } from './slice-screens';
import { slices } from './slices';
import { TopBar } from './TopBar';

/** The frame around every screen of a signed-in officer. */
export function Frame() {
  return (
    <ShellProvider opens={openRecord}>
      <Inside />
    </ShellProvider>
  );
}

function openRecord(shell: ShellVerbs, kind: string, record: RecordToOpen): void {
  slices.find(({ opens }) => opens?.[kind])?.opens?.[kind]?.(shell, record);
}

function Inside() {
  const t = useWords('shell');
  const word = useAnyWord();
  const shell = useShell();
  const session = useSession();
  const officer = useOfficer();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const sliceKeys = slices.flatMap((slice) => slice.keys ?? []).filter((one) => !one.roles || holdsRole(officer, one.roles));
  const openMap = () => shell.openPanel({ key: 'shell.keys', title: () => i18next.t('shell:keys.title'), element: <KeyboardMap /> });
  useKeys([
    ...sliceKeys.map((one) => ({
      key: one.key,
      label: word(one.label),
      group: 'station' as const,
      inBar: true,
      run: () => one.run(shell, officer),
    })),
    { key: 'F6', label: t('keys.change'), group: 'station', inBar: true, run: session.changeOfficer },
    { key: 'Ctrl+L', label: t('keys.lock'), group: 'station', inBar: true, run: session.lock },
    { key: 'F1', label: t('keys.help'), group: 'station', inBar: true, run: openMap },
    { key: '?', label: t('keys.help'), group: 'station', run: openMap },
  ]);
  return (
    <div className={styles.frame}>
      <TopBar />
      <div className={styles.notices}>
        <MovedAsideNotice />
        <StationDownNotice />
      </div>
      {slices
        .flatMap(({ banners }) => banners ?? [])
        .filter(({ roles }) => holdsRole(officer, roles))
        .map(({ key, element }) => (
          <Fragment key={key}>{element}</Fragment>
        ))}
      <div className={styles.middle}>
        <NavigationRail />
        <main className={styles.work}>
          <ErrorBoundary place={path}>
            <Outlet />
          </ErrorBoundary>
        </main>
        <Panels />
      </div>
      {slices
        .flatMap(({ strips }) => strips ?? [])
        .filter(({ roles }) => holdsRole(officer, roles))
        .map(({ key, element }) => (
          <Fragment key={key}>{element}</Fragment>
        ))}
      <KeyBar />
    </div>
  );
}

function titleOf({ title }: PanelSpec): string {
  return typeof title === 'function' ? title() : title;
}

function Panels() {
  const t = useWords('shell');
  const shell = useShell();
  const { panels } = useShellPanels();
  const front = panels.at(-1);
  const waiting = panels.slice(0, -1);
  return panels.map((panel) => (
    <SidePanel
      key={panel.key}
      label={titleOf(panel)}
      title={
        <>
          {titleOf(panel)}
          {waiting.map((other) => (
            <button key={other.key} type="button" className={styles.waiting} onClick={() => shell.openPanel(other)}>
              {t('panel.waiting', { title: titleOf(other) })}
            </button>
          ))}
        </>
      }
      hidden={panel !== front}
      onClose={() => shell.closePanel(panel.key)}
    >
      <ErrorBoundary>{panel.element}</ErrorBoundary>
    </SidePanel>
  ));
}
