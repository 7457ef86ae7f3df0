/** A badge as shields.io's endpoint reads it: https://shields.io/badges/endpoint-badge */
import type { Outcome } from '../model/outcome.ts';
import { countsOf } from './history.ts';
import { auditTextsOf } from './messages.ts';
import { rowsOf } from './rows.ts';

/** JSON text of the badge: red when pip refuses a certificate, yellow when one ends soon or none was seen. */
export function badgeOf(outcome: Outcome): string {
  const { badge } = auditTextsOf(outcome.plan.inputs.language);
  const counts = countsOf(rowsOf(outcome));
  const worried = counts.expiring > 0 || counts.valid === 0;
  const color = counts.refused > 0 ? 'red' : worried ? 'yellow' : 'brightgreen';
  const endpoint = { schemaVersion: 1, label: badge.label, message: badge.message(counts), color, cacheSeconds: 3600 };
  return `${JSON.stringify(endpoint)}\n`;
}
