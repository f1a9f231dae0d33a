import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { documentStore, projection } from '../journal/projection';
import { initialsOf } from '../search/initials';
import { normalised } from '../search/normalised';
import { requestFolds, unheardRequest } from './fold';
import { courseOfRequest, type ServiceRequest } from './request';

export const serviceRequestTable = sqliteTable(
  'service_requests',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    number: text('number').notNull(),
    open: integer('open').notNull(),
    outcome: text('outcome').notNull(),
    service: text('service').notNull(),
    receivedAt: integer('received_at').notNull(),
    endedAt: integer('ended_at'),
    fault: text('fault'),
    contested: integer('contested').notNull(),
    breached: integer('breached').notNull(),
    /** Every step that is done, with its choice: ` improved evaluated=code `. */
    taken: text('taken').notNull(),
    searched: text('searched').notNull(),
    doc: text('doc', { mode: 'json' }).$type<ServiceRequest>().notNull(),
  },
  (table) => [
    index('service_requests_by_id').on(table.id),
    index('service_requests_by_number').on(table.number),
    index('service_requests_by_receipt').on(table.open, table.receivedAt),
    index('service_requests_by_end').on(table.open, table.endedAt),
    index('service_requests_by_fault').on(table.fault),
  ],
);

export const serviceRequestProjection = projection<ServiceRequest>({
  slice: 'serviceRequests',
  kind: 'serviceRequest',
  version: 1,
  initial: () => unheardRequest,
  folds: requestFolds,
  tables: [serviceRequestTable],
  open: (raw) => documentStore<ServiceRequest>(raw, serviceRequestTable, columnsOf),
});

function columnsOf(request: ServiceRequest): Record<string, string | number | null> {
  const { registration, timeline } = request;
  const course = courseOfRequest(request);
  const taken = course.phases.flatMap(({ done, chosen }) =>
    Object.keys(done).map((step) => (chosen[step] ? `${step} ${step}=${chosen[step]}` : step)),
  );
  return {
    number: registration?.number ?? '',
    open: course.outcome === 'open' ? 1 : 0,
    outcome: course.outcome,
    service: course.phases.at(-1)?.service ?? '',
    received_at: registration?.receivedAt ?? timeline[0]?.at ?? 0,
    ended_at: course.endedAt ?? null,
    fault: registration?.fault ?? null,
    contested: course.contests.length > 0 ? 1 : 0,
    breached: timeline.filter(({ verb }) => verb === 'breach').length,
    taken: ` ${taken.join(' ')} `,
    searched: searchedOf(request),
  };
}

function searchedOf({ registration }: ServiceRequest): string {
  if (!registration) return '';
  const { number, title, text: said, asker, device } = registration;
  const words = [title, said, asker?.name ?? '', device?.name ?? ''];
  const initials = words.map((word) => initialsOf(word).replaceAll(' ', ''));
  return normalised([number, asker?.phone ?? '', ...words, ...initials].join('\n'));
}
