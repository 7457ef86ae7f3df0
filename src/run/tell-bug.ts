/** A failure of our own making: told with its stack, as one annotation. */
import { annotate, logLine } from '../platform/workflow.ts';

export function tellBug(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  for (const line of stack.split('\n')) logLine(`  ${line}`);
  annotate({ level: 'error', title: 'pip-mirror-select', message: `Internal error: ${stack.split('\n')[0] ?? ''}` });
}
