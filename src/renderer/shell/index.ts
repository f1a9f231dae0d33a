/** What slices may use of the shell. Never imports slices.ts, which imports the slices. */
export { Doorway } from './Doorway';
export { frameRoute } from './frame-route';
export { useKeys, useScreenKeys } from './KeyMap';
export { useShell } from './ShellContext';
export type { NavigationItem, PanelSpec, ShellBadge, ShellKey, ShellStrip, ShellVerbs, SliceScreens } from './slice-screens';
