/** The same words come up again and again in a register (groups, posts, names): what was worked out once is kept. */
export function remembered<T>(work: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      if (known.size >= most) known.clear();
      result = work(text);
      known.set(text, result);
    }
    return result;
  };
}
