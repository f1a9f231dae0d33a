import { type contracts, procedures } from '../shared/contracts';
import { accountHandlers } from './accounts';
import { alarmHandlers } from './alarms';
import { attachmentHandlers } from './attachments';
import { calendarHandlers, calendarOf } from './calendar';
import { attendanceHandlers } from './attendance';
import { deviceHandlers } from './devices';
import { draftHandlers } from './drafts';
import { dutyLogHandlers } from './duty-log';
import { dutyRecordHandlers } from './duty-record';
import { dispatchHandlers } from './dispatch';
import { faultHandlers, faultsUnderProfiles } from './faults';
import type { HandlersOf } from './handler';
import { handoverHandlers } from './handover';
import { journalHandlers } from './journal/handlers';
import { matterHandlers } from './matters';
import { peopleHandlers } from './people';
import { periodicDutyHandlers } from './periodic-duties';
import { plannedWorkHandlers } from './planned-work';
import { planRunHandlers } from './plan-runs';
import { planHandlers } from './plans';
import { rosterHandlers } from './roster';
import { rosterFileHandlers } from './roster-files';
import { reportHandlers } from './reports';
import type { Route } from './router';
import { serviceProfileHandlers } from './service-profiles';
import { serviceRequestHandlers } from './service-requests';
import { readSettings, unitHandlers } from './unit';
import { warningHandlers } from './warnings';

export interface RouteOptions {
  passwordCost: number;
  version: string;
  movedAside: string | undefined;
}

type AllHandlers = { [K in keyof typeof contracts]: HandlersOf<(typeof contracts)[K]> };

/** Joins every contract with its handlers: a verb without a handler does not compile. A new slice adds its line here. */
export function routesOf({ passwordCost, version, movedAside }: RouteOptions): ReadonlyMap<string, Route> {
  const handlers: AllHandlers = {
    accounts: accountHandlers({ passwordCost, rules: (db) => readSettings(db).passwordRules }),
    alarms: alarmHandlers,
    attachments: attachmentHandlers,
    calendar: calendarHandlers,
    attendance: attendanceHandlers({ passwordCost }),
    devices: deviceHandlers,
    drafts: draftHandlers,
    dutyLog: dutyLogHandlers,
    dutyRecord: dutyRecordHandlers({ passwordCost }),
    faults: { ...faultHandlers, ...dispatchHandlers },
    handover: handoverHandlers({ passwordCost }),
    journal: journalHandlers,
    matters: matterHandlers,
    people: peopleHandlers,
    periodicDuties: periodicDutyHandlers,
    plannedWork: plannedWorkHandlers,
    planRuns: planRunHandlers({ passwordCost }),
    plans: planHandlers({ passwordCost }),
    roster: rosterHandlers({ passwordCost, calendarOf }),
    rosterFiles: rosterFileHandlers,
    reports: reportHandlers,
    serviceProfiles: serviceProfileHandlers(faultsUnderProfiles),
    serviceRequests: serviceRequestHandlers,
    unit: unitHandlers({ passwordCost, version, movedAside }),
    warnings: warningHandlers({ passwordCost }),
  };
  const routes = new Map<string, Route>();
  for (const [name, procedure] of procedures) {
    const [slice, verb] = name.split('.') as [keyof AllHandlers, string];
    const handler = (handlers[slice] as Record<string, Route['handler']>)[verb];
    if (!handler) throw new Error(`no handler for ${name}`);
    routes.set(name, { procedure, handler });
  }
  return routes;
}
