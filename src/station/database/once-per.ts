/** Makes something once per database: building and preparing a statement costs several times as much as running it. */
export function oncePer<D extends object, S>(make: (db: D) => S): (db: D) => S {
  const made = new WeakMap<D, S>();
  return (db) => {
    let statement = made.get(db);
    if (statement === undefined) {
      statement = make(db);
      made.set(db, statement);
    }
    return statement;
  };
}
