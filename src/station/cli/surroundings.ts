/** What a command works with: the folder, and where the product's own files lie. */
export interface Surroundings {
  folder: string;
  resources: string;
  version: string;
  /** log2 of scrypt's N; lowered by tests only. */
  passwordCost?: number;
}
