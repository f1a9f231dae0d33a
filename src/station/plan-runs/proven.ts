import type { Signer } from '../../shared/accounts/contract';
import type { PersonReference } from '../../shared/references';
import type { Role } from '../../shared/roles';
import type { z } from 'zod';
import { passwordOfSigner, signerOf } from '../accounts';
import { type Decided, prepared, type PreparedCommand, type Refused, type SignedContext } from '../handler';

/** Who acts: the officer of the session, or whoever signed for it at that moment. */
export interface Proven {
  account: string;
  person: PersonReference;
  roles: readonly Role[];
  /** Proven by a password of this very moment. */
  signed: boolean;
}

type MaybeSigned = { signer?: z.output<typeof Signer> | undefined };

/**
 * A command that the session's officer does, or somebody else who proves it by login and password at that moment. Refuses what
 * `signerOf` refuses, before anything else.
 */
export function provenCommand<I extends MaybeSigned, O>(
  passwordCost: number,
  decide: (input: I, context: SignedContext, proven: Proven) => Decided<O>,
): PreparedCommand<I, O, boolean> {
  return prepared(
    async ({ signer }: I, { db }) => signer !== undefined && (await passwordOfSigner(signer, db, passwordCost)),
    (input: I, context, fits): Decided<O> => {
      const proven = provenBy(input.signer, fits, context);
      if ('refusal' in proven) return proven;
      const decided = decide(input, context, proven);
      return 'refusal' in decided ? decided : { ...decided, actor: proven.account };
    },
  );
}

function provenBy(signer: MaybeSigned['signer'], fits: boolean, context: SignedContext): Proven | Refused {
  const account = signer ? signerOf(signer.login, fits, context) : context.officer;
  if ('refusal' in account) return account;
  const { id, name, roles, personId } = account;
  return { account: id, person: { ...(personId === undefined ? {} : { id: personId }), name }, roles, signed: signer !== undefined };
}
