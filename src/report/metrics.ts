/**
 * Prometheus text format of an audit. Names, labels and help texts are blackbox_exporter's where it has them, so that
 * its dashboards and alert rules work; what is ours begins with `pip_mirror_`. Where we differ: docs/audit.md.
 */
import type { Probe } from '../model/audit.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Verdict } from '../model/verdict.ts';
import { AUDIT_TIME, type Labels, type Metric, MIRROR_METRICS, PROBE_METRICS, type Sample } from './metric-rows.ts';

/** The whole text; ends with a line feed. Every metric is a gauge. */
export function metricsOf(outcome: Outcome): string {
  const probes = outcome.probes ?? [];
  const lines = [
    ...PROBE_METRICS.flatMap((metric) => linesOf(metric, probes, labelsOfProbe)),
    ...MIRROR_METRICS.flatMap((metric) => linesOf(metric, outcome.verdicts, labelsOfMirror)),
    ...linesOf(AUDIT_TIME, [outcome], () => ({})),
  ];
  return `${lines.join('\n')}\n`;
}

function linesOf<Of>({ name, help, samples }: Metric<Of>, all: readonly Of[], labelsOf: (of: Of) => Labels): string[] {
  const lines = all.flatMap((of) =>
    samples(of).map((sample) => lineOf(name, { ...labelsOf(of), ...sample.labels }, sample)),
  );
  // A name that nothing is told of is left out: an empty family is noise.
  return lines.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines];
}

function lineOf(name: string, labels: Labels, { value }: Sample): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${numberOf(value)}`;
}

/** `instance` is what a scrape of the exporter would have there: the URL asked. */
function labelsOfProbe({ url, mirror, role, host, address }: Probe): Labels {
  return { instance: url, mirror, role, host, address: address ?? '' };
}

function labelsOfMirror({ candidate }: Verdict): Labels {
  return { instance: candidate.indexUrl, mirror: candidate.name };
}

/** Line feeds, quotes and backslashes as the format wants them; every other character may stand in a label. */
function escapeLabel(text: string): string {
  return text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function numberOf(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(12)));
}
