import { words as accounts } from '../accounts/words';
import { words as alarms } from '../alarms/words';
import { words as attachments } from '../attachments/words';
import { words as calendar } from '../calendar/words';
import { words as attendance } from '../attendance/words';
import { words as devices } from '../devices/words';
import { words as dutyLog } from '../duty-log/words';
import { words as dutyRecord } from '../duty-record/words';
import { words as faultFigures } from '../fault-figures/words';
import { words as faults } from '../faults/words';
import { words as formatEditor } from '../format-editor/words';
import { words as handover } from '../handover/words';
import { words as journal } from '../journal/words';
import { words as matters } from '../matters/words';
import { words as people } from '../people/words';
import { words as periodicDuties } from '../periodic-duties/words';
import { words as plannedWork } from '../planned-work/words';
import { planRunPeople, words as planRuns } from '../plan-runs/words';
import { words as plans } from '../plans/words';
import { words as roster } from '../roster/words';
import { words as rosterFiles } from '../roster-files/words';
import { words as reports } from '../reports/words';
import { words as serviceProfiles } from '../service-profiles/words';
import { words as serviceRequests } from '../service-requests/words';
import { words as shell } from '../shell/words';
import { words as unit } from '../unit/words';
import { words as wall } from '../wall/words';
import { words as warnings } from '../warnings/words';
import { words as common } from './common-words';

/**
 * All words of the window, one line per slice; the key is the slice's key in its contract (`faults`, `dutyLog`), so that the
 * words for its refusals, rules and events are found:
 *   refusals.<code>  the sentence for a refusal, with what to do next; its params are {{name}}, moments {{name, dateTime}}
 *   rules.<rule>     short text beside a field, for rules of the slice's own
 *   events.<stream>.<what>  an entry in the audit trail, `account.signedIn`
 */
export const words = {
  accounts,
  alarms,
  attachments,
  attendance,
  calendar,
  common,
  devices,
  dutyLog,
  dutyRecord,
  faultFigures,
  faults,
  formatEditor,
  handover,
  journal,
  matters,
  people,
  periodicDuties,
  plannedWork,
  planRunPeople,
  planRuns,
  plans,
  reports,
  roster,
  rosterFiles,
  serviceProfiles,
  serviceRequests,
  shell,
  unit,
  wall,
  warnings,
};

export type WordSpace = keyof typeof words;
