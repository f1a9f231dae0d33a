/** Words of one slice in one language: sentences under names, nested. */
export interface WordTree {
  readonly [name: string]: string | WordTree;
}

/** The same names with other sentences. */
export type SameNames<Z> = { readonly [K in keyof Z]: Z[K] extends string ? string : SameNames<Z[K]> };

/** What `<slice>/words.ts` must satisfy: both languages, exactly the same names. */
export interface BothLanguages<Z> {
  readonly zh: Z;
  readonly en: SameNames<Z>;
}

/** Every name of a word tree as `signIn.title`. */
export type NameIn<Z, Before extends string = ''> = {
  [K in keyof Z & string]: Z[K] extends string ? `${Before}${K}` : NameIn<Z[K], `${Before}${K}.`>;
}[keyof Z & string];
