/** Index pages that are wrong in what they say. */
import type { Answer, LabRequest } from '../answer.ts';
import { type Fault, only } from '../fault.ts';

/** Changes the text of project pages that were answered with 200. */
export const rewritePage = (name: string, rewrite: (page: string, request: LabRequest) => string): Fault =>
  only(
    { kind: 'page' },
    {
      name,
      answer: async (request, next) => {
        const answer = await next();
        if (answer.status !== 200 || !(answer.body instanceof Uint8Array)) return answer;
        return { ...answer, body: Buffer.from(rewrite(Buffer.from(answer.body).toString(), request)) };
      },
    },
  );

/** Project pages come as another media type; null: none at all. */
export const contentType = (type: string | null): Fault =>
  only(
    { kind: 'page' },
    {
      name: `content type ${type ?? 'missing'}`,
      answer: async (_request, next): Promise<Answer> => {
        const answer = await next();
        const { 'content-type': _old, ...headers } = answer.headers;
        return { ...answer, headers: type === null ? headers : { ...headers, 'content-type': type } };
      },
    },
  );

export const octetStream: Fault = contentType('application/octet-stream');

export const invalidJson: Fault = only(
  { json: true },
  rewritePage('invalid JSON', (page) => page.slice(0, -20)),
);

/** JSON that is no index page. */
export const foreignJson: Fault = only(
  { json: true },
  rewritePage('foreign JSON', () => '{"error": "try again later"}'),
);

/** A later API version that no client can read. */
export const futureApi: Fault = only(
  { json: true },
  rewritePage('api-version 2.0', (page) => page.replace('"api-version":"1.1"', '"api-version":"2.0"')),
);

/** An index page without one link. */
export const noLinks: Fault = rewritePage('no links', (page) =>
  page.startsWith('{')
    ? page.replace(/"files":\[.*\]/s, '"files":[]')
    : page.replaceAll(/ *<a .*?<\/a>(<br \/>)?\n/g, ''),
);

/** Every digest on the page is of other bytes (the length stays right). */
export const wrongHash: Fault = rewritePage('wrong hash', (page) =>
  page.replaceAll(
    /(sha256=|"sha256":")([0-9a-f]{64})/g,
    (_all, before: string, digest: string) => before + [...digest].toReversed().join(''),
  ),
);

/** Links to the files begin with another origin, e.g. 'http://host:port' or another mirror. */
export const fileLinksTo = (origin: string): Fault =>
  rewritePage(`files at ${origin}`, (page) =>
    page.replaceAll(/(href="|"url":")[^"]*?\/packages\//g, `$1${origin}/packages/`),
  );

/** The path is doubled, as a broken rewrite rule does it. */
export const doubledPath: Fault = rewritePage('doubled path', (page) =>
  page.replaceAll('/packages/', '/web/web/packages/'),
);

/** The page is of another project. */
export const otherProject = (name: string): Fault => ({
  name: 'other project',
  answer: async (request, next) => {
    const answer = await next();
    if (request.kind !== 'page' || !(answer.body instanceof Uint8Array) || request.project === null) return answer;
    return { ...answer, body: Buffer.from(Buffer.from(answer.body).toString().replaceAll(request.project, name)) };
  },
});

/** Files of one version are not listed: the mirror is behind. */
export const lacksVersion = (version: string): Fault =>
  rewritePage(`lacks ${version}`, (page) => {
    if (!page.startsWith('{'))
      return page.replaceAll(
        new RegExp(` *<a [^>]*>[^<]*-${version.replaceAll('.', '\\.')}-[^<]*</a>(<br />)?\n`, 'g'),
        '',
      );
    const parsed = JSON.parse(page) as { files: { filename: string }[]; versions: string[] };
    parsed.files = parsed.files.filter((file) => !file.filename.includes(`-${version}-`));
    parsed.versions = parsed.versions.filter((each) => each !== version);
    return JSON.stringify(parsed);
  });

/** Text that tries to break out of wherever it is shown. */
export const hostileNames = (text: string): Fault =>
  rewritePage('hostile text', (page) =>
    page.startsWith('{')
      ? page.replace('{', `{"note":${JSON.stringify(text)},`)
      : page.replace('<body>', `<body>${text}`),
  );
