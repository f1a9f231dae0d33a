import type { Icon } from '@tabler/icons-react';
import type { AnyRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Officer } from '../../shared/accounts/contract';
import type { Role } from '../../shared/roles';

/** Something shown in the panel at the right, over any screen, without leaving it. */
export interface PanelSpec {
  /** Opening the same key again only brings it back to the front: `dutyLog.new`, `fault:<id>`. */
  key: string;
  /** A function where it is a word: the language may change while the panel is open. */
  title: string | (() => string);
  element: ReactNode;
  /** True for forms: when another panel opens it waits below with all that was typed. Details are simply replaced. */
  keep?: boolean;
}

/** A record by its id, and what it is called. */
export interface RecordToOpen {
  id: string;
  title: string;
}

/** What a key or a screen may do with the shell. */
export interface ShellVerbs {
  openPanel: (panel: PanelSpec) => void;
  /** Closes the front panel, or the one with this key. */
  closePanel: (key?: string) => void;
  /** Opens a record of another slice beside the screen, for slices that may not import one another: `open('fault', { id, title: number })`. */
  open: (kind: string, record: RecordToOpen) => void;
  /** Goes to a screen (`/log`, `/faults`) and closes details that belong to the one left; forms stay. */
  go: (path: string) => void;
  /** Says one line at the bottom for a few seconds (`已保存`); for what needs no answer. */
  say: (sentence: string) => void;
}

export interface NavigationItem {
  path: string;
  icon: Icon;
  /** Name of the word, with its slice: `faults:nav`. */
  label: string;
  /** Roles that see it; without, everyone who is signed in. */
  roles?: readonly Role[];
  /** Stands at the foot of the rail, after everything else. */
  last?: boolean;
}

export interface ShellKey {
  /** `F2`, `Ctrl+L`, `Alt+1`. Function keys and Ctrl/Alt work inside text fields too. */
  key: string;
  /** Name of the word, with its slice: `dutyLog:keys.write`. */
  label: string;
  roles?: readonly Role[];
  run: (shell: ShellVerbs, officer: Officer) => void;
}

/** A small sign in the top bar that is always there for those roles; it asks its own question and keeps its own width. */
export interface ShellBadge {
  key: string;
  element: ReactNode;
  roles: readonly Role[];
}

/** A line above the keys at the bottom, always there for those roles; it shows nothing while nothing presses. */
export interface ShellStrip {
  key: string;
  element: ReactNode;
  roles: readonly Role[];
}

/** All that a slice plugs into the shell. Exported as `screens` from `renderer/<slice>/index.ts`, listed in slices.ts. */
export interface SliceScreens {
  key: string;
  nav?: readonly NavigationItem[];
  /** Each made with `createRoute({ getParentRoute: () => frameRoute, path, component: lazyRouteComponent(() => import('./Board'), 'Board') })`. */
  routes: readonly AnyRoute[];
  /** How records of this slice are opened by others, by their kind (`fault`). */
  opens?: Readonly<Record<string, (shell: ShellVerbs, record: RecordToOpen) => void>>;
  /** Keys that work from anywhere; they stand in the bar at the bottom in the order of slices.ts. */
  keys?: readonly ShellKey[];
  /** Shown at all times in the top bar, in the order of slices.ts: the shift of now, unread reds, warnings in force. */
  badges?: readonly ShellBadge[];
  /** Across the head of every screen, below the top bar, while something holds for everybody: warnings in force. */
  banners?: readonly ShellStrip[];
  /** Across the foot of every screen, where what comes moves nothing under a pointer: alarms until they are taken. */
  strips?: readonly ShellStrip[];
}
