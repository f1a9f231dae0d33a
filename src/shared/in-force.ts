/** A statement of some desk that takes the place of those it knew of. */
export interface Statement {
  /** Id of the journal entry. */
  entry: string;
  /** The statements in force when this one was made, by entry id. */
  replaces: readonly string[];
}

/**
 * The statements that no other one knew of and replaced, in the order given. Two desks that were apart leave more than one:
 * whoever knows both settles it with a further statement. The same whatever the order of arrival.
 */
export function inForce<S extends Statement>(statements: readonly S[]): S[] {
  const replaced = new Set(statements.flatMap(({ entry, replaces }) => replaces.filter((other) => other !== entry)));
  return statements.filter(({ entry }) => !replaced.has(entry));
}
