import { contracts } from '../../shared/contracts';
import type { CommandContract, InputOf, OutputOf, Procedure } from '../../shared/contract';
import { hour, type Instant } from '../../shared/time';
import type { Clock } from '../clock';
import type { Station } from '../station';
import type { Member } from './staff';

/** A clock that runs through the month; it never goes back. */
export class MonthClock implements Clock {
  constructor(private time: Instant) {}

  now(): Instant {
    return this.time;
  }

  moveTo(at: Instant): void {
    if (at > this.time) this.time = at;
  }
}

/** A session is opened anew for each shift. */
const sessionLasts = 12 * hour;

/** Those who work the month, each in a session of their own: every call passes the same router and checks as a screen's. */
export class Desk {
  /** Account ids by login. */
  readonly accounts = new Map<string, string>();
  private readonly sessions = new Map<string, { token: string; openedAt: Instant }>();

  constructor(
    private readonly station: Station,
    readonly clock: MonthClock,
  ) {}

  /** The value of the answer. Throws when the station refuses: the month was planned wrongly. */
  async as<P extends Procedure>({ login = '', name }: Member, procedure: P, input: InputOf<P>): Promise<OutputOf<P>> {
    const answer = await this.station.call(procedure, input, this.tokenOf(login));
    if (!answer.ok) throw new Error(`${name} was refused ${procedure.name}: ${JSON.stringify(answer.refusal)}`);
    return answer.value;
  }

  /** Like {@link as}, for what anyone may call. */
  async anyone<P extends CommandContract>(procedure: P, input: InputOf<P>): Promise<OutputOf<P>> {
    const answer = await this.station.call(procedure, input);
    if (!answer.ok) throw new Error(`${procedure.name} was refused: ${JSON.stringify(answer.refusal)}`);
    return answer.value as OutputOf<P>;
  }

  /** Comes in through the door, with the password. */
  async signIn(member: Member, password: string): Promise<void> {
    const { token } = await this.anyone(contracts.accounts.signIn, { login: member.login ?? '', password });
    this.sessions.set(member.login ?? '', { token, openedAt: this.clock.now() });
  }

  async signOut(member: Member): Promise<void> {
    await this.as(member, contracts.accounts.signOut, {});
    this.sessions.delete(member.login ?? '');
  }

  private tokenOf(login: string): string {
    const open = this.sessions.get(login);
    const now = this.clock.now();
    if (open && now - open.openedAt < sessionLasts) return open.token;
    const account = this.accounts.get(login);
    if (account === undefined) throw new Error(`${login} has no account`);
    const token = this.station.sessionFor(account);
    this.sessions.set(login, { token, openedAt: now });
    return token;
  }
}
