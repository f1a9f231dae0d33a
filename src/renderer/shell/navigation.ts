import { holdsRole, useOfficer } from '../station';
import type { NavigationItem } from './slice-screens';
import { slices } from './slices';

/** What the present officer's roles may open, in the order of slices.ts. */
export function useNavigationItems(): readonly NavigationItem[] {
  const officer = useOfficer();
  const items = slices.flatMap((slice) => slice.nav ?? []).filter((item) => !item.roles || holdsRole(officer, item.roles));
  return [...items.filter((item) => !item.last), ...items.filter((item) => item.last)];
}
