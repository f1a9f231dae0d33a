import { useNavigate } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { PanelSpec, RecordToOpen, ShellVerbs } from './slice-screens';

export interface ShellPanels {
  /** The last is in front. */
  panels: readonly PanelSpec[];
  /** The line at the bottom, and a number that grows with each, so that the same sentence twice is heard twice. */
  said: { sentence: string; count: number } | undefined;
}

const VerbsContext = createContext<ShellVerbs | undefined>(undefined);
const PanelsContext = createContext<ShellPanels>({ panels: [], said: undefined });
const saidFor = 8_000;

/** Holds the panels and the line at the bottom for the officer who is signed in. */
export function ShellProvider({
  opens,
  children,
}: {
  opens: (shell: ShellVerbs, kind: string, record: RecordToOpen) => void;
  children: ReactNode;
}) {
  const navigate = useNavigate();
  const [panels, setPanels] = useState<readonly PanelSpec[]>([]);
  const [said, setSaid] = useState<ShellPanels['said']>();
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);

  const verbs = useMemo<ShellVerbs>(() => {
    const shell: ShellVerbs = {
      open: (kind, record) => opens(shell, kind, record),
      openPanel: (panel) =>
        setPanels((before) => {
          const same = before.find((one) => one.key === panel.key);
          const others = before.filter((one) => one.key !== panel.key && one.keep);
          return [...others, same ?? panel];
        }),
      closePanel: (key) => setPanels((before) => (key === undefined ? before.slice(0, -1) : before.filter((one) => one.key !== key))),
      go: (path) => {
        setPanels((before) => before.filter((one) => one.keep));
        void navigate({ to: path });
      },
      say: (sentence) => {
        setSaid((before) => ({ sentence, count: (before?.count ?? 0) + 1 }));
        clearTimeout(silence.current);
        silence.current = setTimeout(() => setSaid(undefined), saidFor);
      },
    };
    return shell;
  }, [navigate, opens]);
  const shown = useMemo(() => ({ panels, said }), [panels, said]);
  return (
    <VerbsContext.Provider value={verbs}>
      <PanelsContext.Provider value={shown}>{children}</PanelsContext.Provider>
    </VerbsContext.Provider>
  );
}

/** What a screen may do with the shell: openPanel, closePanel, go, say. The same object at every rendering. */
export function useShell(): ShellVerbs {
  const verbs = useContext(VerbsContext);
  if (!verbs) throw new Error('no ShellProvider above this screen');
  return verbs;
}

/** What the shell shows at the right and at the bottom. */
export function useShellPanels(): ShellPanels {
  return useContext(PanelsContext);
}
