export interface WarningOptions {
  /** log2 of scrypt's N: what a signature at the desk costs. */
  passwordCost: number;
}
