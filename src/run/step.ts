/** How an entry runs: failures are told once, the process ends by itself, and nothing masks the exit code. */

/** Milliseconds that stray handles may keep a finished step alive. */
const LINGER_MS = 50;

/** Runs a step; its number is the exit code. A failure that is our own is told with its stack. */
export async function runStep(step: () => Promise<number>, whenBroken: (error: unknown) => void): Promise<void> {
  const broken = (error: unknown): void => {
    process.exitCode = 1;
    whenBroken(error);
  };
  process.on('uncaughtException', broken);
  process.on('unhandledRejection', broken);
  try {
    process.exitCode = await step();
  } catch (error) {
    broken(error);
  }
  // Unref'd: fires only when something else keeps the process alive, and keeps the exit code.
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
