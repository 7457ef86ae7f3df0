/** One mirror in an audit: the whole gate, then every address of every host on pip's way. */
import { type ComparedLists, keptForComparison } from '../judge/compared-page.ts';
import type { Yardstick } from '../judge/mirror.ts';
import { type Node, nodesOf } from '../judge/probes.ts';
import type { Candidate } from '../model/candidate.ts';
import type { Observation } from '../model/observation.ts';
import { type Handshake, observeHandshake } from '../observe/handshake.ts';
import { type Asking, openSession } from '../observe/session.ts';
import { resolve } from '../platform/dial.ts';
import { askGate, type GateQuestions } from './gate.ts';
import { POLITENESS } from './politeness.ts';

/** What is asked of every mirror. */
export interface AuditQuestions extends GateQuestions {
  readonly yardstick: Yardstick;
  readonly timeoutMs: number;
  /** Handshakes under way or done, by host, port and address: a file host of many mirrors is asked once. */
  readonly handshakes: Map<string, Promise<Handshake>>;
  /** File lists seen so far. */
  readonly lists: ComparedLists;
}

export interface Audited {
  readonly observation: Observation;
  readonly nodes: readonly Node[];
}

/** Addresses of one name that are looked at: a CDN may have dozens. */
const MOST_ADDRESSES = 16;

/** Connects at once; what to ask may come later, when pip has told about itself. */
export async function auditMirror(
  candidate: Candidate,
  asking: Asking,
  ready: Promise<AuditQuestions>,
): Promise<Audited> {
  const session = openSession(candidate, { ...asking, maxRequests: POLITENESS.requestsPerMirror });
  const questions = await ready;
  const startedAt = performance.now();
  try {
    await askGate(session, questions, questions.yardstick);
  } finally {
    session.close();
  }
  const observation = session.observation();
  const seen = nodesOf(observation, performance.now() - startedAt);
  const nodes = await Promise.all(seen.map((node) => atEachAddress(node, questions)));
  return { observation: keptForComparison(observation, questions.lists), nodes: nodes.flat() };
}

/** The node itself, and its like at every other address of its name. */
async function atEachAddress(node: Node, questions: AuditQuestions): Promise<readonly Node[]> {
  const { connection } = node;
  const { host, port } = connection;
  // A proxy resolves names itself.
  if (connection.proxy !== null) return [node];
  const { addresses } = await resolve(host, 0, AbortSignal.timeout(questions.timeoutMs));
  const [only, ...more] = addresses;
  if (connection.address === null) {
    // None of the addresses took a connection, so there is nothing to tell apart.
    return only === undefined || more.length > 0
      ? [node]
      : [{ ...node, connection: { ...connection, address: only.address, family: only.family === 6 ? 6 : 4 } }];
  }
  const others = addresses.filter(({ address }) => address !== connection.address).slice(0, MOST_ADDRESSES - 1);
  const shaken = await Promise.all(
    others.map(async ({ address, family }): Promise<Node> => {
      const handshake = await shake(connection.scheme, host, port, address, family, questions);
      return { ...node, ...handshake, exchanges: [] };
    }),
  );
  return [node, ...shaken];
}

async function shake(
  scheme: 'https' | 'http',
  host: string,
  port: number,
  address: string,
  family: number,
  { handshakes, yardstick, timeoutMs }: AuditQuestions,
): Promise<Handshake> {
  const key = `${host} ${port} ${address}`;
  const known = handshakes.get(key);
  if (known !== undefined) return known;
  const to = { scheme, host, port, address, family: family === 6 ? (6 as const) : (4 as const) };
  const handshake = observeHandshake(to, yardstick.trust, timeoutMs);
  handshakes.set(key, handshake);
  return handshake;
}
