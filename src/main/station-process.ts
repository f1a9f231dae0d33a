import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../shared/answer';
import type { StationState } from '../shared/bridge';
import type { CallMessage, StationMessage } from '../shared/station-link';

export interface StationProgram {
  node: string;
  program: string;
  env: Record<string, string>;
}

export interface StationEvents {
  changed(slices: string[]): void;
  state(state: StationState): void;
  /** The data folder cannot be used; the station will not come up by itself. */
  refused(code: string, message: string): void;
}

interface Waiting {
  message: CallMessage;
  settle(answer: Answer<unknown>): void;
}

/** Waits before the next start, ms: at once the first time, longer when it keeps dying. */
const pauses = [0, 200, 1_000, 5_000];

/**
 * The station process and the calls under way. When it dies it is started again; calls made meanwhile are held, and
 * those it had not answered are sent again under the same call id, which the station answers without doing them twice.
 */
export class StationProcess {
  private child: ChildProcess | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;
  private deaths = 0;
  private stopping = false;
  state: StationState = 'starting';

  constructor(
    private readonly program: StationProgram,
    private readonly events: StationEvents,
  ) {}

  start(): void {
    if (this.stopping) return;
    const child = fork(this.program.program, [], {
      execPath: this.program.node,
      execArgv: [],
      env: this.program.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      windowsHide: true,
    });
    this.child = child;
    child.on('message', (message: StationMessage) => this.hear(message));
    child.once('error', () => this.died(child));
    child.once('exit', () => this.died(child));
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  call(name: string, input: unknown, token: string | undefined): Promise<Answer<unknown>> {
    const message: CallMessage = { id: ++this.lastId, name, input, token, call: randomUUID() };
    return new Promise((settle) => {
      this.waiting.set(message.id, { message, settle });
      if (this.state === 'up') this.send(message);
    });
  }

  stop(): void {
    this.stopping = true;
    this.child?.disconnect();
  }

  private send(message: CallMessage): void {
    // A send that fails means the process is dying: its end sends the call again.
    this.child?.send(message, () => {});
  }

  private hear(message: StationMessage): void {
    if (message.kind === 'changed') this.events.changed(message.slices);
    else if (message.kind === 'answer') this.settle(message.id, message.answer);
    else if (message.kind === 'ready') this.becomeReady();
    else {
      this.stopping = true;
      this.events.refused(message.code, message.message);
    }
  }

  private becomeReady(): void {
    this.become('up');
    for (const { message } of this.waiting.values()) this.send(message);
    // What changed while it was away is not known: everything on screen is asked for again.
    this.events.changed(['*']);
  }

  private settle(id: number, answer: Answer<unknown>): void {
    // It works: should it die now, it starts anew at once.
    this.deaths = 0;
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    waiting?.settle(answer);
  }

  private died(child: ChildProcess): void {
    if (this.child !== child) return;
    this.child = undefined;
    if (this.stopping) return;
    this.become('down');
    const pause = pauses[Math.min(this.deaths, pauses.length - 1)];
    this.deaths += 1;
    setTimeout(() => this.start(), pause);
  }

  private become(state: StationState): void {
    this.state = state;
    this.events.state(state);
  }
}
