/** The allowed word that a misspelt one most likely meant. */

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The nearest of `allowed`, or null when none is near enough to be meant. Case does not count. */
export function nearestWord(word: string, allowed: readonly string[]): string | null {
  const wanted = word.toLowerCase().slice(0, 64);
  const beginning = allowed.find((candidate) => wanted !== '' && candidate.toLowerCase().startsWith(wanted));
  if (beginning !== undefined) return beginning;
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.ceil(wanted.length / 2)) + 1;
  for (const candidate of allowed) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
