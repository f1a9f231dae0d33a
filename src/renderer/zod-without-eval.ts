// The window's content policy forbids eval; zod would probe for it when the first schema is made. Said here, where zod will look for
// it: the module itself comes later, with the screens behind the sign-in.
declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };

export {};
