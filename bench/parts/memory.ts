import { setTimeout as pass } from 'node:timers/promises';
import { unitName } from '../bench-station';
import { Corpus } from '../corpus';
import type { Part } from '../part';
import { memoryOfTree } from '../process-memory';
import { atMostTimesFloor } from '../row';
import { newestText } from '../small-folder';
import { bareSought, BenchWindow } from '../window';

/** Memory of all processes of the idle product with the largest log, beside the bare page in the same Electron. */
export const memory: Part = {
  name: 'memory',
  async run({ quick, folder, million, say }) {
    const settle = quick ? 5_000 : 20_000;
    const rounds = quick ? 1 : 3;
    const { folder: data } = await million.folder();
    const newest = newestText(new Corpus(1), million.size);
    const product: number[] = [];
    const bare: number[] = [];
    let kinds = '';
    for (let round = 0; round < rounds; round++) {
      const opened = await BenchWindow.open({
        program: 'station',
        data,
        profile: folder('memory-profile'),
        sought: { text: unitName, selector: 'form input' },
      });
      await opened.window.signIn({ text: newest });
      await pass(settle);
      const tree = memoryOfTree(opened.window.pid);
      await opened.window.close();
      product.push(total(tree));
      kinds = describe(tree);
      const page = await BenchWindow.open({ program: 'bare', profile: folder('memory-bare-profile'), sought: bareSought });
      await pass(settle);
      const bareTree = memoryOfTree(page.window.pid);
      await page.window.close();
      bare.push(total(bareTree));
      kinds += `; bare: ${describe(bareTree)}`;
      say(`  … round ${round + 1} of ${rounds}: ${product.at(-1)?.toFixed(0)} MB, bare ${bare.at(-1)?.toFixed(0)} MB`);
    }
    return [
      {
        what: `memory, idle at ${million.size.toLocaleString('en')} entries, all processes`,
        unit: 'MB',
        runs: product,
        floor: { what: 'bare React page', runs: bare },
        goal: atMostTimesFloor(1.3),
        note: `PSS, signed in, the log on screen, ${settle / 1000} s after; ${kinds}`,
      },
    ];
  },
};

function total(tree: { pss: number }[]): number {
  return tree.reduce((sum, { pss }) => sum + pss, 0) / 1_000_000;
}

function describe(tree: { kind: string; pss: number }[]): string {
  const kinds = new Map<string, number>();
  for (const { kind, pss } of tree) kinds.set(kind, (kinds.get(kind) ?? 0) + pss / 1_000_000);
  return [...kinds].map(([kind, size]) => `${kind} ${size.toFixed(0)}`).join(', ');
}
