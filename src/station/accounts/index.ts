export { type AccountOptions, accountHandlers } from './handlers';
export { defaultPasswordCost, hashPassword } from './password';
export { accountProjection } from './projection';
export { accountById, accountByLogin, nameOfActor, officerOf, type StoredAccount } from './read';
export { newToken, openSession, sessionOf } from './sessions';
