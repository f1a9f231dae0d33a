import { day, hour, type Instant, minute } from '../../shared/time';
import type { Clock } from '../clock';
import { systemClock } from '../clock';
import { takeFolder } from '../database/data-folder';
import { type Random, seededRandom, systemRandom } from '../random';
import { Station } from '../station';
import { accountsTable } from './accounts-table';
import { tellSignIns } from './attendance';
import { Course } from './course';
import { Desk, MonthClock } from './desk';
import { Dice } from './dice';
import { inventEstate } from './estate';
import { tellEveryday } from './everyday';
import { FaultDesk } from './fault-desk';
import { tellFaults } from './faults-of-month';
import { beginFilling, endFilling, isFilled } from './folder';
import { found } from './founding';
import { drillOf, tellPlanRuns } from './plan-runs';
import { Roster } from './roster';
import { Scenes } from './scene';
import { tellServices } from './services';
import { tellPlannedWorks } from './planned-works';
import { tellShifts } from './shift-routine';
import { tellTracked } from './tracked';
import { tellWarnings } from './warnings';
import { tellWatch } from './watch';
import { inventStaff } from './staff';

export interface FillOptions {
  folder: string;
  /** The product's resources folder. */
  resources: string;
  version?: string;
  /** Says when the month ends. */
  clock?: Clock;
  /** log2 of scrypt's N; tests lower it. */
  passwordCost?: number;
  /** Tests spare the disk: what they fill need not outlive a power cut. */
  sparesDisk?: boolean;
  seed?: string;
  /** Days of the month that are done, now and then. */
  onProgress?: (days: number, of: number) => void;
}

const entriesInAll = 2_004;

/**
 * Fills a folder with a month of a believable station, through the same commands a desk uses; does nothing where that
 * was done before. The same seed and the same end give the same month, but for keys, tokens and passwords. Throws
 * `NotADemonstration` for a folder that holds anything else, `FolderRefused` for one that cannot be used.
 */
export async function fillDemonstration(options: FillOptions): Promise<{ filled: boolean }> {
  const { folder } = options;
  if (isFilled(folder)) return { filled: false };
  const release = takeFolder(folder);
  try {
    // Somebody else may have filled it before the folder was ours.
    if (isFilled(folder)) return { filled: false };
    endFilling(folder, accountsTable(await fillMonth(options, beginFilling(folder))));
    return { filled: true };
  } finally {
    release();
  }
}

async function fillMonth({ clock = systemClock, seed = 'a month of the duty station', ...options }: FillOptions, folder: string) {
  const end = clock.now() - minute;
  const dice = new Dice(seed);
  const staff = inventStaff(dice.for('staff'));
  const estate = inventEstate(dice.for('estate'));
  const roster = new Roster(staff, end);
  const monthClock = new MonthClock(Math.min(roster.start - 18 * hour, drillOf(end) - 5 * day));
  const station = Station.open({
    folder,
    resources: options.resources,
    clock: monthClock,
    random: seededButForSecrets(seed),
    ...(options.version === undefined ? {} : { version: options.version }),
    ...(options.passwordCost === undefined ? {} : { passwordCost: options.passwordCost }),
    onFailure: (name, error) => {
      throw new Error(`${name} failed`, { cause: error });
    },
  });
  try {
    // Every commit is durable, but copying the log into the file after every few costs more than they do.
    station.journal.raw.pragma('wal_autocheckpoint = 8000');
    if (options.sparesDisk) station.journal.raw.pragma('synchronous = OFF');
    const desk = new Desk(station, monthClock);
    const accounts = await found(desk, staff, estate);
    const course = new Course(end);
    const scenes = new Scenes(dice.for('scenes'), staff, roster, estate);
    const faults = new FaultDesk(course, scenes, roster, dice.for('fault desk'), estate);
    tellFaults({ course, scenes, roster, faults, staff, estate, dice: dice.for('faults') });
    tellShifts(course, scenes, roster, dice.for('shifts'));
    tellTracked(course, roster, staff, dice.for('tracked'));
    tellPlannedWorks(course, roster, staff, estate, dice.for('planned works'));
    tellEveryday(course, scenes, roster, dice.for('everyday'), entriesInAll);
    tellWatch(course, roster, staff, accounts, dice.for('watch'));
    const stormWarning = tellWarnings(course, roster, staff);
    tellPlanRuns({ course, roster, staff, accounts, stormWarning, dice: dice.for('plan runs') });
    tellServices(course, roster, staff, dice.for('services'));
    tellSignIns(course, accounts, roster, dice.for('sign-ins'));
    await course.run(desk, tellingDays(roster.start, end, options.onProgress));
    // Sessions that were opened for the filling end with it: nobody holds their tokens.
    station.journal.raw.exec('DELETE FROM sessions');
    station.tidy();
    return accounts;
  } finally {
    station.close();
  }
}

/**
 * Ids come of the seed, so that two fills are alike. Keys and tokens, which alone ask for 32 bytes, come from the system: a
 * station whose key anyone can compute signs nothing, not even in a demonstration.
 */
function seededButForSecrets(seed: string): Random {
  const seeded = seededRandom(seed);
  return (length) => (length >= 32 ? systemRandom(length) : seeded(length));
}

function tellingDays(start: Instant, end: Instant, onProgress: FillOptions['onProgress']): (at: Instant) => void {
  const all = Math.ceil((end - start) / day);
  const step = 5;
  let told = 0;
  return (at) => {
    const done = Math.floor((at - start) / day);
    if (done < told + step) return;
    told = done - (done % step);
    onProgress?.(told, all);
  };
}
