import type { EventDraft } from '../../shared/event';
import { yearIn } from '../../shared/time';
import type { Issuer, WarningContents } from '../../shared/warnings/contents';
import type { WarningLevel } from '../../shared/warnings/levels';
import { issuerWords } from '../../shared/warnings/plain-words';
import { usualAnswerMinutes, type TaskUnit } from '../../shared/warnings/task-order';
import { taskOrderIssued } from '../../shared/warnings/task-order-events';
import type { SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { derivedId } from '../random';
import { letterOf } from '../unit';
import { orderStandingOf } from './order';
import { ordersOf, taskUnits } from './read';

export interface Issuing {
  warning: string;
  number: string;
  level: WarningLevel;
  contents: WarningContents;
  issuer: Issuer | undefined;
  tasks?: string;
  answerMinutes?: number | undefined;
  setUpBy?: number | null;
}

/**
 * Task orders to those of these units that have none in force, each under a name that every desk derives alike: two desks that raise one
 * warning to level I while apart write to each unit once.
 */
export function ordersTo(units: readonly TaskUnit[], issuing: Issuing, context: SignedContext): EventDraft[] {
  const { raw, db, journal, zone, now, officer } = context;
  const { warning, contents, issuer } = issuing;
  const before = ordersOf(raw, warning);
  let number = nextNumber(raw, 'task_order_numbers', letterOf(db, journal.station), yearIn(zone, now));
  return units.flatMap((unit) => {
    const own = before.filter(({ order }) => order.facts?.unit === unit.id);
    if (own.some(({ order }) => orderStandingOf(order).state !== 'withdrawn')) return [];
    const event = taskOrderIssued(derivedId(`taskOrder/${warning}/${unit.id}/${own.length}`), {
      author: officer.name,
      number,
      warning,
      warningNumber: issuing.number,
      level: issuing.level,
      unit: unit.id,
      unitName: unit.name,
      contact: unit.contact,
      phone: unit.phone,
      tasks: issuing.tasks || tasksOf(unit, contents),
      answerMinutes: issuing.answerMinutes ?? usualAnswerMinutes,
      setUpBy: issuing.setUpBy ?? null,
      issuedBy: issuer ? `${issuerWords[issuer.role]} ${issuer.name}` : officer.name,
      issuedAt: now,
    });
    number = after(number);
    return [event];
  });
}

/** To every unit of the register (domain.md 4: at level I task orders go to every unit). */
export function ordersToAll(issuing: Issuing, context: SignedContext): EventDraft[] {
  return ordersTo(
    taskUnits(context.raw).filter(({ retired }) => !retired),
    issuing,
    context,
  );
}

function tasksOf({ duties }: TaskUnit, { measures, what }: WarningContents): string {
  return ([duties, measures].filter(Boolean).join('\n') || what).slice(0, 2_000).toWellFormed().trim();
}

function after(number: string): string {
  const at = number.lastIndexOf('-') + 1;
  return `${number.slice(0, at)}${String(Number(number.slice(at)) + 1).padStart(6, '0')}`;
}
