import { Corpus } from '../corpus';
import type { Part } from '../part';
import { atMost } from '../row';
import { monthFolder } from '../small-folder';
import { percentile } from '../statistics';
import { bareSought, BenchWindow } from '../window';
import { unitName } from '../bench-station';

/** Between two calls, ms: what the first one changed is asked for again by the screen, as it would be at a desk. */
const pause = 60;

/** From a real window through preload, shell and station, and back, beside a bare echo of the same Electron. */
export const window: Part = {
  name: 'window',
  async run({ quick, folder, say }) {
    const [rounds, calls] = quick ? [2, 30] : [5, 150];
    const { folder: data, newest } = await monthFolder(folder('window'));
    const { window: station } = await BenchWindow.open({
      program: 'station',
      data,
      profile: folder('window-profile'),
      sought: { text: unitName, selector: 'input' },
    });
    const { window: bare } = await BenchWindow.open({ program: 'bare', profile: folder('window-bare-profile'), sought: bareSought });
    const samples = { echo: [] as number[][], query: [] as number[][], command: [] as number[][] };
    try {
      await station.signIn({ text: newest });
      const corpus = new Corpus(5);
      for (let round = 0; round <= rounds; round++) {
        const inputs = Array.from({ length: calls }, (_, i) => {
          const { number: _1, author: _2, occurredAt: _3, ...input } = corpus.entry(i + 1, 0);
          return input;
        });
        const echo = await bare.evaluate<number[]>(timed('window.echo(input)', inputs));
        const query = await station.evaluate<number[]>(timed("window.station.call('unit.status', {})", inputs));
        const command = await station.evaluate<number[]>(timed("window.station.call('dutyLog.write', input)", inputs));
        // The first round only warms everything up.
        if (round === 0) continue;
        samples.echo.push(echo);
        samples.query.push(query);
        samples.command.push(command);
        say(`  … round ${round} of ${rounds}`);
      }
    } finally {
      await Promise.all([station.close(), bare.close()]);
    }
    const of = (kind: keyof typeof samples, share: number) => samples[kind].map((round) => percentile(round, share));
    const floor = (share: number) => ({ what: 'bare ipcRenderer.invoke echo', runs: of('echo', share) });
    return [
      {
        what: 'command from the window and back (durable), p50',
        unit: 'ms',
        runs: of('command', 0.5),
        floor: floor(0.5),
        goal: atMost(1.5),
        note: `dutyLog.write from the signed-in log screen, which asks for its rows again after each; ${rounds} rounds of ${calls}, ${pause} ms apart; the page's clock counts in 0.1 ms`,
      },
      {
        what: 'command from the window and back (durable), p99',
        unit: 'ms',
        runs: of('command', 0.99),
        floor: floor(0.99),
        goal: atMost(6),
      },
      {
        what: 'query from the window and back, p50',
        unit: 'ms',
        runs: of('query', 0.5),
        floor: floor(0.5),
        goal: atMost(1.5),
        note: 'unit.status',
      },
      { what: 'query from the window and back, p99', unit: 'ms', runs: of('query', 0.99), floor: floor(0.99), goal: atMost(6) },
    ];
  },
};

/** Code for the page: times one call after the other. */
function timed(call: string, inputs: unknown[]): string {
  return `(async () => {
    const spent = [];
    for (const input of ${JSON.stringify(inputs)}) {
      const start = performance.now();
      const answer = await ${call};
      spent.push(performance.now() - start);
      if (answer.ok === false) throw new Error(JSON.stringify(answer.refusal));
      await new Promise((done) => setTimeout(done, ${pause}));
    }
    return spent;
  })()`;
}
