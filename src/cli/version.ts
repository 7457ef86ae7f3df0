/** As in package.json; a contract test holds them equal. */
export const VERSION = '0.1.0';
