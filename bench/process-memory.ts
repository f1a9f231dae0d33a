import { readdirSync, readFileSync } from 'node:fs';

interface Living {
  pid: number;
  parent: number;
  command: string;
}

export interface ProcessMemory {
  /** What kind of process: `main`, `renderer`, `gpu-process`, `utility`, `zygote`, `station`. */
  kind: string;
  /** Proportional set size, bytes: shared pages are divided among those who share them. */
  pss: number;
}

/** Every process of a tree with its share of memory. Linux only: nobody else counts shared pages fairly. */
export function memoryOfTree(root: number): ProcessMemory[] {
  const all = livingProcesses();
  const tree = new Set([root]);
  for (let grew = true; grew; ) {
    const children = all.filter(({ pid, parent }) => tree.has(parent) && !tree.has(pid));
    for (const { pid } of children) tree.add(pid);
    grew = children.length > 0;
  }
  return all
    .filter(({ pid }) => tree.has(pid))
    .map(({ pid, command }) => ({ kind: pid === root ? 'main' : kindOf(command), pss: pssOf(pid) }));
}

function livingProcesses(): Living[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        // The command's name stands in brackets and may hold anything.
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

function kindOf(command: string): string {
  return /--type=([\w-]+)/.exec(command)?.[1] ?? (command.includes('station.cjs') ? 'station' : 'other');
}

function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
