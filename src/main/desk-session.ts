import type { Answer } from '../shared/answer';

type Call = (name: string, input: unknown, token: string | undefined) => Promise<Answer<unknown>>;

/**
 * Who works at this desk. The token stays in the shell: a window says what it wants, never who it is. A second officer
 * who signs in ends the first one's session, so two people never mix.
 */
export class DeskSession {
  private token: string | undefined;

  constructor(private readonly call: Call) {}

  async ask(name: string, input: unknown): Promise<Answer<unknown>> {
    if (name === 'accounts.signIn') return this.signIn(input);
    const answer = await this.call(name, input, this.token);
    if (name !== 'accounts.signOut') return answer;
    // Sent again after a crash it may find the session gone: that is what was wanted.
    const gone = answer.ok || answer.refusal.code === 'notSignedIn';
    if (gone) this.token = undefined;
    return gone ? { ok: true, value: null } : answer;
  }

  private async signIn(input: unknown): Promise<Answer<unknown>> {
    const answer = await this.call('accounts.signIn', input, undefined);
    if (!answer.ok) return answer;
    const { token, ...shown } = answer.value as { token: string };
    const before = this.token;
    this.token = token;
    if (before !== undefined) await this.call('accounts.signOut', {}, before);
    return { ok: true, value: { ...shown, token: '' } };
  }
}
