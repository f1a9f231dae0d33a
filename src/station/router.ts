import type { z } from 'zod';
import type { Answer, InputIssue, Refusal } from '../shared/answer';
import type { Access, Procedure } from '../shared/contract';
import type { Role } from '../shared/roles';
import type { AnyCommand, Context, Decided, QueryHandler, SignedContext } from './handler';
import { recordAnswer, recordedAnswer } from './answered';

export interface Route {
  procedure: Procedure;
  // Each route's input was typed where its slice was put together.
  // oxlint-disable-next-line typescript/no-explicit-any
  handler: AnyCommand<any, unknown> | QueryHandler<any, unknown>;
}

export interface RouterOptions {
  routes: ReadonlyMap<string, Route>;
  /** Fresh context for a call, with the session's officer if the token is good. */
  context(token: string | undefined): Context;
  founded(): boolean;
  /** A throw is our bug: it is logged, and the screen says so. */
  onFailure(name: string, error: unknown): void;
  /** Tests also check what goes out. */
  checkOutputs?: boolean;
}

/** Procedures a locked session may still call. Alarms and the wall then name neither fault nor person: an unattended desk must still sound. */
const whileLocked = new Set(['accounts.unlock', 'accounts.signOut', 'accounts.current', 'faults.alarms', 'faults.wall', 'warnings.alarms']);
/** Procedures answered while the password still is one that someone else set. */
const beforeOwnPassword = new Set([...whileLocked, 'accounts.changeOwnPassword', 'accounts.lock', 'unit.settings']);
/** Procedures a fresh, unnamed station answers. */
const beforeFounding = new Set(['unit.status', 'unit.found', 'accounts.current']);

/** Answers that may not lie in the database: a session's token is kept there as a hash only. Done twice, it is two sessions. */
const notRecorded = new Set(['accounts.signIn']);

export class Router {
  constructor(private readonly options: RouterOptions) {}

  /** Answers one call. Never throws: whatever happens is an answer. `call` makes a repeated command harmless. */
  async answer(name: string, input: unknown, token: string | undefined, call?: string): Promise<Answer<unknown>> {
    const route = this.options.routes.get(name);
    if (!route) return refused({ code: 'unknownProcedure', params: { name: String(name).slice(0, 80) } });
    try {
      return await this.route(route, input, token, call);
    } catch (error) {
      const refusal = refusalOfSystem(error);
      if (refusal.code === 'failed') this.options.onFailure(name, error);
      return refused(refusal);
    }
  }

  private async route({ procedure, handler }: Route, input: unknown, token: string | undefined, named: string | undefined) {
    const call = notRecorded.has(procedure.name) ? undefined : named;
    const context = this.options.context(token);
    const barred = this.bar(procedure, context);
    if (barred) return refused(barred);
    if (call !== undefined && procedure.kind === 'command') {
      const earlier = recordedAnswer(context, call);
      if (earlier) return earlier;
    }
    const parsed = procedure.input.safeParse(input ?? {});
    if (!parsed.success) return refused({ code: 'invalidInput', issues: issuesOf(parsed.error) });
    const signed = context as SignedContext;
    const answer =
      procedure.kind === 'query'
        ? await ask(handler as QueryHandler<unknown, unknown>, parsed.data, signed)
        : await this.command(handler as AnyCommand<unknown, unknown>, parsed.data, signed, call);
    if (this.options.checkOutputs && answer.ok) procedure.output.parse(answer.value);
    return answer;
  }

  private bar(procedure: Procedure, context: Context): Refusal | undefined {
    if (!this.options.founded() && !beforeFounding.has(procedure.name)) return { code: 'notFounded' };
    if (procedure.roles === 'anyone') return undefined;
    if (!context.officer) return { code: 'notSignedIn' };
    if (context.locked && !whileLocked.has(procedure.name)) return { code: 'sessionLocked' };
    if (context.mustChangePassword && !beforeOwnPassword.has(procedure.name)) return { code: 'passwordMustChange' };
    return mayCall(procedure.roles, context.officer.roles) ? undefined : { code: 'notAllowed', params: { name: procedure.name } };
  }

  private async command(handler: AnyCommand<unknown, unknown>, input: unknown, context: SignedContext, call: string | undefined) {
    const decide = typeof handler === 'function' ? handler : handler.decide;
    const prepared: unknown = typeof handler === 'function' ? undefined : await handler.prepare(input, context);
    return context.journal.transact((): Answer<unknown> => {
      const decided: Decided<unknown> = decide(input, context, prepared as undefined);
      const actor = 'actor' in decided ? decided.actor : context.officer?.id;
      context.journal.append(actor ?? 'station', decided.events ?? []);
      if (!('refusal' in decided)) decided.alongside?.();
      const answer: Answer<unknown> = 'refusal' in decided ? refused(decided.refusal) : { ok: true, value: decided.output };
      // A refusal that left no mark may be worked out again; one that did must not count twice.
      const marked = answer.ok || (decided.events ?? []).length > 0;
      if (call !== undefined && marked) recordAnswer(context, call, answer);
      return answer;
    });
  }
}

export function mayCall(access: Access, held: readonly Role[]): boolean {
  return access === 'anyone' || access === 'signedIn' || access.some((role) => held.includes(role));
}

async function ask(handler: QueryHandler<unknown, unknown>, input: unknown, context: SignedContext): Promise<Answer<unknown>> {
  const value = await handler(input, context);
  const refusal = (value as { refusal?: Refusal } | null | undefined)?.refusal;
  return refusal ? refused(refusal) : { ok: true, value };
}

function refused(refusal: Refusal): Answer<unknown> {
  return { ok: false, refusal };
}

function issuesOf(error: z.ZodError): InputIssue[] {
  return error.issues.slice(0, 50).map((issue) => ({
    path: issue.path.map(String).join('.'),
    // Our own rules carry their code as the message; the library's are named by its code.
    rule: /^[a-zA-Z]{1,40}$/.test(issue.message) ? issue.message : issue.code,
    params: boundsOf(issue),
  }));
}

function boundsOf(issue: z.core.$ZodIssue): Record<string, string | number> {
  const { minimum, maximum } = issue as { minimum?: number | bigint; maximum?: number | bigint };
  return {
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
    ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
  };
}

/** What the disk says becomes words a person can act on; everything else is a failure of ours. */
function refusalOfSystem(error: unknown): Refusal {
  const code = String((error as { code?: string } | null)?.code ?? '');
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return { code: 'diskFull' };
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|EACCES|EROFS|EPERM)/.test(code)) return { code: 'readOnly' };
  return { code: 'failed', params: { error: String((error as Error | null)?.message ?? error).slice(0, 200) } };
}
