/** What dist/ is bundled from: one root for the three entries, so that they share their code. */
export const startMain = (): Promise<unknown> => import('./main.ts');
export const startPost = (): Promise<unknown> => import('./post.ts');
export const startCli = (): Promise<unknown> => import('./cli.ts');
