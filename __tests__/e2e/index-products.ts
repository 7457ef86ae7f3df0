/**
 * How repository managers that cannot run here answer, recorded from their documentation and from public reports:
 * stand-ins, not the products. devpi, pypiserver and nginx are tried for real in `npm run test:servers`.
 */
import { type Answer, text } from '../lab/answer.ts';
import type { Fault } from '../lab/fault.ts';
import { wantsCredentials } from '../lab/faults/access.ts';
import type { MirrorOptions } from '../lab/mirror-options.ts';

export interface IndexProduct {
  readonly name: string;
  readonly user: string;
  readonly password: string;
  readonly options: (publicOrigin: string) => MirrorOptions;
  /** Reasons when it is asked without credentials. */
  readonly withoutLogin: readonly string[];
  /** Sends on to the public host what it lacks. */
  readonly forwards: boolean;
}

const redirect = (location: string): Answer => ({
  status: 302,
  headers: { location, 'content-length': '0' },
  body: Buffer.alloc(0),
});

/** A page without its closing slash goes back to plain http, as behind a proxy that ends TLS. */
const losesTls: Fault = {
  name: 'slash over http',
  answer: ({ kind, url, headers }, next) =>
    kind === 'page' && !url.endsWith('/') ? redirect(`http://${headers.host}${url}/`) : next(),
};

/** There is no list of all projects. */
const noRoot: Fault = {
  name: 'no root',
  answer: ({ kind }, next) => (kind === 'root' ? text(404, 'Not Found') : next()),
};

const forwardsTo = (origin: string): Fault => ({
  name: 'forwards what it lacks',
  answer: async ({ kind, project }, next) => {
    const answer = await next();
    const gone = kind === 'page' && (answer.status === 404 || answer.status === 401);
    return gone ? redirect(`${origin}/simple/${project}/`) : answer;
  },
});

const html = { formats: ['html'], page: { serial: false, metadata: false } } as const;

export const INDEX_PRODUCTS: readonly IndexProduct[] = [
  {
    name: 'nexus',
    user: 'ci',
    password: 'n3xus/pass',
    options: () => ({
      ...html,
      indexPath: '/repository/pypi-all/simple/',
      faults: [wantsCredentials('ci', 'n3xus/pass')],
    }),
    withoutLogin: ['auth-required'],
    forwards: false,
  },
  {
    name: 'artifactory',
    user: 'ci@example.com',
    password: 'AKCp8-token',
    options: () => ({
      ...html,
      indexPath: '/artifactory/api/pypi/pypi-virtual/simple/',
      faults: [wantsCredentials('ci@example.com', 'AKCp8-token'), losesTls],
    }),
    withoutLogin: ['auth-required'],
    forwards: false,
  },
  {
    name: 'gitlab',
    user: 'gitlab-ci-token',
    password: 'glcbt-64_token',
    options: (publicOrigin) => ({
      ...html,
      indexPath: '/api/v4/projects/42/packages/pypi/simple/',
      // Forwards to strangers what it would not show them, too.
      faults: [forwardsTo(publicOrigin), noRoot, wantsCredentials('gitlab-ci-token', 'glcbt-64_token')],
    }),
    withoutLogin: [],
    forwards: true,
  },
  {
    name: 'codeartifact',
    user: 'aws',
    password: `eyJ2ZXIiOjEsImlzdSI6${'x'.repeat(900)}`,
    options: () => ({
      ...html,
      indexPath: '/pypi/shared/simple/',
      faults: [noRoot, wantsCredentials('aws', `eyJ2ZXIiOjEsImlzdSI6${'x'.repeat(900)}`)],
    }),
    withoutLogin: ['auth-required'],
    forwards: false,
  },
  {
    name: 'google',
    user: 'oauth2accesstoken',
    password: 'ya29.a0-token',
    options: () => ({
      ...html,
      indexPath: '/project/wheels/simple/',
      faults: [noRoot, wantsCredentials('oauth2accesstoken', 'ya29.a0-token')],
    }),
    withoutLogin: ['auth-required'],
    forwards: false,
  },
  {
    name: 'azure',
    user: 'any',
    password: 'pat52characters',
    options: () => ({
      ...html,
      indexPath: '/org/project/_packaging/feed/pypi/simple/',
      faults: [
        {
          name: 'sign-in page',
          answer: async (_request, next) => {
            const answer = await next();
            // To strangers: a page to sign in, with a status that is no error.
            return answer.status === 401
              ? { status: 203, headers: { 'content-type': 'text/html' }, body: Buffer.from('<title>Sign In</title>') }
              : answer;
          },
        },
        noRoot,
        wantsCredentials('any', 'pat52characters'),
      ],
    }),
    withoutLogin: ['not-an-index'],
    forwards: false,
  },
];
