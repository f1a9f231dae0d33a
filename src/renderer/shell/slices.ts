import { screens as accounts } from '../accounts';
import { screens as alarms } from '../alarms';
import { screens as calendar } from '../calendar';
import { screens as attendance } from '../attendance';
import { screens as devices } from '../devices';
import { screens as dutyLog } from '../duty-log';
import { screens as faultFigures } from '../fault-figures';
import { screens as faults } from '../faults';
import { screens as handover } from '../handover';
import { screens as journal } from '../journal';
import { screens as matters } from '../matters';
import { screens as people } from '../people';
import { screens as plannedWork } from '../planned-work';
import { screens as plans } from '../plans';
import { screens as planRuns } from '../plan-runs';
import { screens as roster } from '../roster';
import { screens as rosterFiles } from '../roster-files';
import { screens as reports } from '../reports';
import { screens as serviceProfiles } from '../service-profiles';
import { screens as serviceRequests } from '../service-requests';
import { screens as unit } from '../unit';
import { screens as wall } from '../wall';
import { screens as warnings } from '../warnings';
import type { SliceScreens } from './slice-screens';

/**
 * How a slice plugs in (see slice-screens.ts for every field):
 *
 * 1. `renderer/<slice>/index.ts` exports `screens satisfies SliceScreens`: navigation, routes, keys. Keep it light: load the
 *    screens themselves with lazyRouteComponent, so that a cold start paints before they are parsed.
 * 2. `renderer/<slice>/words.ts` exports `words` in both languages; add it to i18n/words.ts under the contract's key.
 * 3. Add the slice here. The order is that of the navigation rail and of the key bar; the first that an officer may use is where
 *    they begin: the administrators' own slices stand first, which nobody else sees.
 *
 * A key opens a panel over any screen: `keys: [{ key: 'F2', label: 'dutyLog:keys.write', roles: deskRoles,
 *   run: (shell) => shell.openPanel({ key: 'dutyLog.new', title: () => i18next.t('dutyLog:form.title'), element: <NewEntry />, keep: true }) }]`
 *   (`index.tsx` then). Inside a screen: `const shell = useShell()`, `useScreenKeys([...])` for keys of that screen only.
 * What is typed and not yet sent goes through `useDraft(key, empty)` of renderer/drafts: it survives closing, change of officer and a killed process.
 * Access: `useMay(procedure)` hides what the role may not do; the station refuses anyway.
 */
export const slices: readonly SliceScreens[] = [
  unit,
  journal,
  accounts,
  attendance,
  dutyLog,
  faults,
  handover,
  warnings,
  planRuns,
  matters,
  reports,
  plannedWork,
  plans,
  roster,
  rosterFiles,
  calendar,
  people,
  devices,
  serviceRequests,
  faultFigures,
  serviceProfiles,
  alarms,
  wall,
];
