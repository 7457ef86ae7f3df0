/** Cuts a message at a line end so that it keeps within a channel's limit. */
import type { Alert, AlertLine } from './channel.ts';

/**
 * The longest rendering that fits: all lines, or the first ones and the word for how many are missing.
 * `render` gets the lines kept and that word ('' when none is missing); `fits` says whether its result is allowed.
 * Falls back to the title alone with no line at all.
 */
export function fit<T>(
  alert: Alert,
  render: (lines: readonly AlertLine[], more: string) => T,
  fits: (rendered: T) => boolean,
): T {
  const all = render(alert.lines, '');
  if (fits(all)) return all;
  const cut = (count: number) => render(alert.lines.slice(0, count), alert.more(alert.lines.length - count));
  let kept = 0;
  let tooMany = alert.lines.length;
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    if (fits(cut(middle))) kept = middle;
    else tooMany = middle;
  }
  return cut(kept);
}

export function bytes(text: string): number {
  return Buffer.byteLength(text);
}
