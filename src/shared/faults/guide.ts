import { type ClockSubject, holds } from '../service-profiles/clocks';
import type { CalendarBook } from '../service-profiles/counted-hours';
import { millisecondsOf } from '../service-profiles/duration';
import { reaches } from '../service-profiles/milestones';
import type { ServiceProfile } from '../service-profiles/profile';
import type { GuideLine, Moment } from './record';

/**
 * The steps that the profile leads through for the class of a fault, each with what became of it (domain.md 3, P0 classes A, B, C).
 * What is done at fixed intervals (P3: told to all concerned) is open again after each, until the fault is repaired.
 */
export function guideOf(
  subject: ClockSubject,
  timeline: readonly Pick<Moment, 'verb' | 'guideStep' | 'done' | 'at' | 'by' | 'note'>[],
  profile: ServiceProfile,
  book: CalendarBook,
): GuideLine[] {
  const reportedAt = subject.marks.find(({ what }) => what === 'reported')?.at ?? 0;
  const steps = profile.classes.find(({ code }) => code === subject.class)?.guide ?? [];
  return steps
    .filter(({ when }) => holds(when, subject, reportedAt, profile, book))
    .map(({ code, text, by, needed, after, doneBy, every, records }) => {
      const begins = reportedAt + (after ? millisecondsOf(after) : 0);
      const line = { step: code, text, by, needed, from: begins, ...(every ? { every } : {}), ...(records ? { records } : {}) };
      const said = timeline.findLast(({ verb, guideStep }) => verb === 'guide' && guideStep === code);
      if (said) {
        const standing = said.done ? ('done' as const) : ('setAside' as const);
        if (every && said.done && !isRepaired(subject)) {
          return { ...line, from: said.at + millisecondsOf(every), standing: 'open' as const, at: said.at, doneBy: said.by.name };
        }
        return { ...line, standing, at: said.at, doneBy: said.by.name, ...(said.note === undefined ? {} : { note: said.note }) };
      }
      const mark = doneBy && subject.marks.find(({ what }) => isMilestone(what) && reaches(what, doneBy));
      return mark ? { ...line, standing: 'done' as const, at: mark.at } : { ...line, standing: 'open' as const };
    });
}

/** Repaired, and not undone or reopened since. */
function isRepaired({ marks }: ClockSubject): boolean {
  const last = marks.findLast(({ what }) => what === 'reopened' || what === 'undone' || what === 'ended' || reaches(what, 'repaired'));
  return last !== undefined && last.what !== 'reopened' && last.what !== 'undone';
}

type Happened = ClockSubject['marks'][number]['what'];

function isMilestone(what: Happened): what is Exclude<Happened, 'reopened' | 'undone' | 'ended'> {
  return what !== 'reopened' && what !== 'undone' && what !== 'ended';
}
