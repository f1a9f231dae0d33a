import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { readWorkOrderPaper } from '../faults';
import { readHandoverPaper } from '../handover';
import { readPlanPaper } from '../plans';
import { readWarningPaper } from '../warnings';
import type { PaperName, PaperProps } from './paper';

type Reader = () => Promise<{ default: ComponentType<PaperProps> }>;
/** Every paper by the name in its route, `/print/handover/…`. A new one adds its line here. */
const readers: Readonly<Record<string, Reader>> = {
  handover: readHandoverPaper,
  'work-order': readWorkOrderPaper,
  plan: readPlanPaper,
  'warning-notice': readWarningPaper,
  'task-order': readWarningPaper,
};
const papers = Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, lazy(read)]));

export type Drawn = { ok: true; value: PaperName } | { ok: false; code: string };

declare global {
  interface Window {
    /** Draws the paper of a route; answers when all of it stands on the page. Called by the shell. */
    drawPaper?: (route: string) => Promise<Drawn>;
  }
}

interface Job {
  id: number;
  paper: string;
  subject: string;
  answer: (drawn: Drawn) => void;
}

let jobs = 0;

/** Draws one paper after the other, as the shell asks for them. */
export function PaperDesk() {
  const [job, setJob] = useState<Job>();
  useEffect(() => {
    // Read ahead: a paper is wanted at once.
    for (const read of Object.values(readers)) void read();
    window.drawPaper = (route) =>
      new Promise((answer) => {
        const [, paper = '', subject = ''] = /^\/print\/([a-z-]+)\/(.+)$/.exec(route) ?? [];
        if (Object.hasOwn(papers, paper)) setJob({ id: (jobs += 1), paper, subject, answer });
        else answer({ ok: false, code: 'notFound' });
      });
    return () => {
      delete window.drawPaper;
    };
  }, []);
  const Paper = job && papers[job.paper];
  if (!job || !Paper) return null;
  const { id, subject, answer } = job;
  return (
    <Suspense fallback={null}>
      <Paper key={id} subject={subject} onDrawn={(value) => answer({ ok: true, value })} onFailed={(code) => answer({ ok: false, code })} />
    </Suspense>
  );
}
