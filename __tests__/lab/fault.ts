/** A fault: one small thing that goes wrong in a mirror. Faults compose; the first in the list is the outermost. */
import type { Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import type { Answer, LabRequest, Next, RequestKind } from './answer.ts';

export interface Fault {
  readonly name: string;
  /** Takes a TCP connection before TLS; true: it is the fault's now. */
  readonly accept?: (socket: Socket) => boolean;
  /** Changes how the TLS server is set up. */
  readonly tls?: TlsOptions;
  /** Answers a request itself, or changes what `next` answers. */
  readonly answer?: (request: LabRequest, next: Next) => Answer | Promise<Answer>;
}

/** Which requests a fault touches; every condition given must hold. */
export interface Scope {
  readonly kind?: RequestKind | readonly RequestKind[];
  readonly project?: string;
  readonly filename?: string | RegExp;
  readonly userAgent?: RegExp;
  readonly method?: string;
  /** Only requests that ask for JSON, or only those that do not. */
  readonly json?: boolean;
}

/** pip's own `User-Agent`, in its full and in its short form. */
export const PIP = /^pip\//;

function covers(scope: Scope, request: LabRequest): boolean {
  const kinds = scope.kind === undefined ? null : [scope.kind].flat();
  const json = (request.headers.accept ?? '').includes('application/vnd.pypi.simple.v1+json');
  return (
    (kinds === null || kinds.includes(request.kind)) &&
    (scope.project === undefined || scope.project === request.project) &&
    (scope.filename === undefined ||
      (scope.filename instanceof RegExp
        ? scope.filename.test(request.filename ?? '')
        : scope.filename === request.filename)) &&
    (scope.userAgent === undefined || scope.userAgent.test(request.headers['user-agent'] ?? '')) &&
    (scope.method === undefined || scope.method === request.method) &&
    (scope.json === undefined || scope.json === json)
  );
}

/** The fault for some requests only. */
export function only(scope: Scope, fault: Fault): Fault {
  const { answer } = fault;
  if (answer === undefined) return fault;
  return { ...fault, answer: (request, next) => (covers(scope, request) ? answer(request, next) : next()) };
}

/** The fault for the first `times` requests that reach it; then the mirror is healed. */
export function atFirst(times: number, fault: Fault): Fault {
  const { answer } = fault;
  if (answer === undefined) return fault;
  let left = times;
  return {
    ...fault,
    answer: (request, next) => {
      left -= 1;
      return left >= 0 ? answer(request, next) : next();
    },
  };
}

/** Lets the request through every fault to `core`. */
export function throughFaults(faults: readonly Fault[], request: LabRequest, core: Next): Promise<Answer> {
  const step = async (index: number): Promise<Answer> => {
    const fault = faults[index];
    if (fault === undefined) return core();
    return fault.answer === undefined ? step(index + 1) : fault.answer(request, () => step(index + 1));
  };
  return step(0);
}
