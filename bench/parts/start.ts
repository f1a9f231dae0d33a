import { unitName } from '../bench-station';
import type { Part } from '../part';
import { atMostTimesFloor } from '../row';
import { monthFolder } from '../small-folder';
import { median } from '../statistics';
import { bareSought, BenchWindow, type Milestones } from '../window';

/** From the start of the process until a person sees what they came for. */
export const start: Part = {
  name: 'start',
  async run({ quick, folder, say }) {
    const runs = quick ? 3 : 9;
    const { folder: data, newest } = await monthFolder(folder('start'));
    const [profile, bareProfile] = [folder('start-profile'), folder('start-bare-profile')];
    const toSignIn: number[] = [];
    const toRows: number[] = [];
    const bare: number[] = [];
    const own: Milestones[] = [];
    const bareOwn: Milestones[] = [];
    // The first start of each fills Chromium's own folder and the system's file cache, and is not counted.
    for (let run = 0; run <= runs; run++) {
      const page = await BenchWindow.open({ program: 'bare', profile: bareProfile, sought: bareSought });
      const pageMilestones = await page.window.milestones();
      await page.window.close();
      const opened = await BenchWindow.open({ program: 'station', data, profile, sought: { text: unitName, selector: 'form input' } });
      const milestones = await opened.window.milestones();
      const rows = await opened.window.signIn({ text: newest });
      await opened.window.close();
      if (run === 0) continue;
      bare.push(page.painted);
      own.push(milestones);
      bareOwn.push(pageMilestones);
      toSignIn.push(opened.painted);
      toRows.push(rows);
      say(`  … start ${run} of ${runs}: ${opened.painted.toFixed(0)} ms, bare ${page.painted.toFixed(0)} ms`);
    }
    const floor = { what: 'bare React page', runs: bare };
    return [
      {
        what: 'process start → sign-in with the unit’s name from the station',
        unit: 'ms',
        runs: toSignIn,
        floor,
        goal: atMostTimesFloor(1.2),
        note: `${runs} starts in turns with the bare page, files in the system’s cache; painted: found in the document and two frames later. No rows are shown before a person has signed in, so this is the first screen with something of the station’s own on it. ${described(own)}; bare page: ${described(bareOwn)}`,
      },
      {
        what: 'sign-in sent → rows of the log painted',
        unit: 'ms',
        runs: toRows,
        note: 'holds the hashing of the password, which must be slow; what a person types is not part of it',
      },
      {
        what: 'both: process start → rows of the log painted',
        unit: 'ms',
        runs: toSignIn.map((ms, run) => ms + (toRows[run] as number)),
        floor,
      },
    ];
  },
};

function described(milestones: readonly Milestones[]): string {
  const of = (name: keyof Milestones) => `${median(milestones.map((one) => one[name])).toFixed(0)} ms`;
  return `page begun ${of('pageBegun')}, scripts run ${of('scriptsRun')}`;
}
