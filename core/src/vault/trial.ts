/** Passphrase of the sample officers. A trial holds made submissions only, and can never become production. */
export const trialPassphrase = '试用口令 晴天 石桥 茶壶'
