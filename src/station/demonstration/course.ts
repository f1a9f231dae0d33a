import { contracts } from '../../shared/contracts';
import type { InputOf } from '../../shared/contract';
import type { Attachment } from '../../shared/attachments/contract';
import { type Instant, minute } from '../../shared/time';
import type { Desk } from './desk';
import { type Picture, paint } from './picture';
import type { Member } from './staff';

const { attachments, dutyLog } = contracts;

/** An entry of the log as it will stand once its time has come. */
export interface Written {
  at: Instant;
  author: Member;
  /** Undefined until then. */
  id?: string;
  number?: string;
}

type WriteInput = InputOf<typeof dutyLog.write>;

export interface LogDraft extends Omit<WriteInput, 'occurredAt' | 'text' | 'attachments'> {
  /** What only the moment itself tells (how many faults are open) is asked then. */
  text: string | ((desk: Desk) => string | Promise<string>);
  /** Minutes between the event and its entry. */
  after?: number;
  pictures?: readonly Picture[];
}

interface Matter {
  at: Instant;
  order: number;
  take(desk: Desk): Promise<unknown>;
}

/** What is to happen in the month, put together in any order and done in that of time. What lies beyond its end is left out. */
export class Course {
  private readonly matters: Matter[] = [];
  /** Entries planned so far. */
  entries = 0;

  constructor(readonly end: Instant) {}

  plan(at: Instant, take: (desk: Desk) => Promise<unknown>): void {
    if (at <= this.end) this.matters.push({ at, order: this.matters.length, take });
  }

  write(at: Instant, author: Member, draft: LogDraft): Written {
    const written: Written = { at, author };
    if (at > this.end) return written;
    this.entries += 1;
    this.plan(at, async (desk) => {
      const { text, after = 0, pictures = [], ...rest } = draft;
      const { id, number } = await desk.as(author, dutyLog.write, {
        ...rest,
        occurredAt: at - Math.round(after * minute),
        text: typeof text === 'string' ? text : await text(desk),
        attachments: await attach(desk, author, pictures),
      });
      Object.assign(written, { id, number });
    });
    return written;
  }

  /** Nothing follows on an entry that is not there. */
  followUp(at: Instant, author: Member, entry: Written, text: string | (() => string), pictures: readonly Picture[] = []): void {
    this.plan(at, async (desk) => {
      if (entry.id === undefined) return;
      await desk.as(author, dutyLog.followUp, {
        id: entry.id,
        text: typeof text === 'string' ? text : text(),
        attachments: await attach(desk, author, pictures),
      });
    });
  }

  /** Does everything in order of time. `passed` hears each moment before it comes. */
  async run(desk: Desk, passed: (at: Instant) => void): Promise<void> {
    this.matters.sort((one, other) => one.at - other.at || one.order - other.order);
    for (const { at, take } of this.matters) {
      passed(at);
      desk.clock.moveTo(at);
      await take(desk);
    }
  }
}

/** Keeps pictures as files of the station, under the name they came with. */
export async function attach(desk: Desk, author: Member, pictures: readonly Picture[]): Promise<Attachment[]> {
  const kept: Attachment[] = [];
  for (const picture of pictures) {
    kept.push(
      await desk.as(author, attachments.add, {
        name: `${picture.name}.png`,
        type: 'image/png',
        content: paint(picture).toString('base64'),
      }),
    );
  }
  return kept;
}
