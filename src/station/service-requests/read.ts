import { mostEndedRequests } from '../../shared/service-requests/contract';
import { type Ledger, ledgerSteps } from '../../shared/service-requests/ledgers';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { normalised } from '../search/normalised';
import type { ServiceRequest } from './request';

interface Stored {
  id: string;
  doc: string;
}

export interface StoredRequest {
  id: string;
  request: ServiceRequest;
}

export function requestById(raw: Raw, id: string): ServiceRequest | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM service_requests WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as ServiceRequest);
}

const parsed = ({ id, doc }: Stored): StoredRequest => ({ id, request: JSON.parse(doc) as ServiceRequest });

/** Every open request, the oldest first. */
export function openRequests(raw: Raw): StoredRequest[] {
  return statement<[], Stored>(raw, 'SELECT id, doc FROM service_requests WHERE open = 1 ORDER BY received_at, id').all().map(parsed);
}

/** Open ones, and those that ended since. */
export function owedRequests(raw: Raw, since: number): StoredRequest[] {
  return statement<[number], Stored>(
    raw,
    `SELECT id, doc FROM service_requests WHERE open = 1
     UNION ALL SELECT id, doc FROM service_requests WHERE open = 0 AND ended_at >= ?`,
  )
    .all(since)
    .map(parsed);
}

export function requestsOfFault(raw: Raw, fault: string): StoredRequest[] {
  return statement<[string], Stored>(raw, 'SELECT id, doc FROM service_requests WHERE fault = ? ORDER BY received_at, id')
    .all(fault)
    .map(parsed);
}

export interface RequestFilter {
  text: string;
  ended: boolean;
  service?: string | undefined;
  ledger?: Ledger | undefined;
  choice?: string | undefined;
}

/** The open ones that a list is asked for, then the ended ones, newest first. */
export function requestsAsked(
  raw: Raw,
  { text, ended, service, ledger, choice }: RequestFilter,
): { open: StoredRequest[]; ended: StoredRequest[] } {
  const conditions: string[] = [];
  const values: string[] = [];
  const also = (condition: string, value: string) => {
    conditions.push(` AND ${condition}`);
    values.push(value);
  };
  if (service !== undefined) also('service = ?', service);
  if (ledger !== undefined) {
    const step = ledgerSteps[ledger];
    also('instr(taken, ?) > 0', choice === undefined ? ` ${step} ` : ` ${step}=${choice} `);
  }
  for (const part of normalised(text).split(/\s+/u).filter(Boolean).slice(0, 6)) also('instr(searched, ?) > 0', part);
  const where = conditions.join('');
  const open = statement<unknown[], Stored>(
    raw,
    `SELECT id, doc FROM service_requests WHERE open = 1${where} ORDER BY received_at, id`,
  ).all(...values);
  const gone =
    ended || ledger !== undefined
      ? statement<unknown[], Stored>(
          raw,
          `SELECT id, doc FROM service_requests WHERE open = 0${where} ORDER BY ended_at DESC, id LIMIT ?`,
        ).all(...values, mostEndedRequests)
      : [];
  return { open: open.map(parsed), ended: gone.map(parsed) };
}
