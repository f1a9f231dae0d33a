export { type AccountOptions, accountHandlers } from './handlers';
export { defaultPasswordCost, hashPassword } from './password';
export { accountProjection } from './projection';
export { accountById, accountByLogin, allAccounts, nameOfActor, officerOf, type StoredAccount } from './read';
export { newToken, openSession, sessionOf } from './sessions';
export { passwordOfSigner, signedCommand, signerOf } from './signer';
