/**
 * Public PyPI mirrors, as data: a new mirror is one row here, and nothing else needs to change.
 * Names are what users write in `mirrors`.
 */

export interface CatalogueEntry {
  readonly name: string;
  /** PEP 503 root with trailing slash. */
  readonly indexUrl: string;
  /** Other addresses of the same index, recognised when a user gives a URL. */
  readonly aliases: readonly string[];
  /** Who runs it. */
  readonly operator: string;
  /** Whose content it serves: mirrors of one family lack the same files at the same time. */
  readonly family: string;
  /** How files are served: stored, cached on demand, proxied, or by redirect to other mirrors. */
  readonly kind: 'origin' | 'full' | 'cache' | 'proxy' | 'redirector';
  /** Hosts of the files where they differ from the index host. */
  readonly fileHosts: readonly string[];
  /** Synchronisation status, for people; null where the operator publishes none. */
  readonly statusUrl: string | null;
  /** Whether it is asked when `mirrors` is not given. */
  readonly byDefault: boolean;
  /** Worth knowing when it is chosen or fails. */
  readonly note: string;
}

type Row = Pick<CatalogueEntry, 'name' | 'indexUrl'> & Partial<CatalogueEntry>;

/** Most mirrors are their own operator and family, store the files, and are asked by default. */
function entry(row: Row): CatalogueEntry {
  return {
    aliases: [],
    operator: row.name,
    family: row.name,
    kind: 'full',
    fileHosts: [],
    statusUrl: null,
    byDefault: true,
    note: '',
    ...row,
  };
}

export const CATALOGUE: readonly CatalogueEntry[] = [
  entry({
    name: 'pypi',
    indexUrl: 'https://pypi.org/simple/',
    aliases: ['https://pypi.python.org/simple/'],
    kind: 'origin',
    fileHosts: ['files.pythonhosted.org'],
    statusUrl: 'https://status.python.org/',
    note: 'the origin; nearest to hosted runners outside China',
  }),
  entry({
    name: 'tuna',
    indexUrl: 'https://pypi.tuna.tsinghua.edu.cn/simple/',
    aliases: [
      'https://mirrors.tuna.tsinghua.edu.cn/pypi/web/simple/',
      'https://mirrors.tuna.tsinghua.edu.cn/pypi/simple/',
    ],
    statusUrl: 'https://mirrors.tuna.tsinghua.edu.cn/static/tunasync.json',
    note: 'blocks some networks and clients (403 with a block code); leaves out *-nightly projects',
  }),
  entry({
    name: 'bfsu',
    indexUrl: 'https://mirrors.bfsu.edu.cn/pypi/web/simple/',
    aliases: ['https://mirrors.bfsu.edu.cn/pypi/simple/'],
    operator: 'tuna',
    family: 'tuna',
    statusUrl: 'https://mirrors.bfsu.edu.cn/static/tunasync.json',
    note: 'run by TUNA with the same blocking rules',
  }),
  entry({
    name: 'ustc',
    indexUrl: 'https://mirrors.ustc.edu.cn/pypi/simple/',
    aliases: ['https://mirrors.ustc.edu.cn/pypi/web/simple/'],
    family: 'tuna',
    kind: 'cache',
    fileHosts: ['pypi.tuna.tsinghua.edu.cn'],
    statusUrl: 'https://mirrors.ustc.edu.cn/static/json/mirrorz.json',
    note: 'index from TUNA; files that it does not hold are redirected to TUNA',
  }),
  entry({
    name: 'aliyun',
    indexUrl: 'https://mirrors.aliyun.com/pypi/simple/',
    aliases: ['https://mirrors.aliyun.com/pypi/web/simple/'],
    note: 'throttles rather than blocks',
  }),
  entry({
    name: 'tencent',
    indexUrl: 'https://mirrors.cloud.tencent.com/pypi/simple/',
    aliases: ['https://mirrors.tencent.com/pypi/simple/'],
  }),
  entry({
    name: 'huawei',
    indexUrl: 'https://mirrors.huaweicloud.com/repository/pypi/simple/',
    aliases: ['https://repo.huaweicloud.com/repository/pypi/simple/'],
    kind: 'proxy',
    note: 'also served as repo.huaweicloud.com, with a certificate of its own',
  }),
  entry({ name: 'volcengine', indexUrl: 'https://mirrors.volces.com/pypi/simple/' }),
  entry({
    name: 'nju',
    indexUrl: 'https://mirrors.nju.edu.cn/pypi/web/simple/',
    aliases: ['https://mirror.nju.edu.cn/pypi/web/simple/'],
    statusUrl: 'https://mirrors.cernet.edu.cn/static/json/legacy/nju.json',
  }),
  entry({
    name: 'pku',
    indexUrl: 'https://mirrors.pku.edu.cn/pypi/web/simple/',
    aliases: ['https://mirrors.pku.edu.cn/pypi/simple/'],
    statusUrl: 'https://mirrors.pku.edu.cn/monitor/status',
  }),
  entry({
    name: 'hust',
    indexUrl: 'https://mirrors.hust.edu.cn/pypi/web/simple/',
    statusUrl: 'https://mirrors.hust.edu.cn/status.json',
  }),
  entry({
    name: 'sustech',
    indexUrl: 'https://mirrors.sustech.edu.cn/pypi/web/simple/',
    aliases: ['https://mirrors.sustech.edu.cn/pypi/simple/'],
    statusUrl: 'https://mirrors.sustech.edu.cn/mirrorz/mirrorz.json',
  }),
  entry({
    name: 'sjtu',
    indexUrl: 'https://mirror.sjtu.edu.cn/pypi/web/simple/',
    aliases: ['https://mirrors.sjtug.sjtu.edu.cn/pypi/web/simple/'],
    family: 'tuna',
    kind: 'cache',
    fileHosts: ['s3.jcloud.sjtu.edu.cn', 'mirrors.bfsu.edu.cn'],
    statusUrl: 'https://mirror.sjtu.edu.cn/mirrorz/siyuan.json',
    note: 'index from TUNA; files by redirect to its object store or to BFSU',
  }),
  entry({
    name: 'lzu',
    indexUrl: 'https://mirror.lzu.edu.cn/pypi/web/simple/',
    statusUrl: 'https://mirror.lzu.edu.cn/.mirrorz.json',
    byDefault: false,
  }),
  entry({
    name: 'cernet',
    indexUrl: 'https://mirrors.cernet.edu.cn/pypi/web/simple/',
    aliases: ['https://mirrors.cngi.edu.cn/pypi/web/simple/', 'https://m.mirrorz.org/pypi/web/simple/'],
    family: 'tuna',
    kind: 'redirector',
    statusUrl: 'https://mirrors.cernet.edu.cn/api/scoring',
    byDefault: false,
    note: 'redirects each request to a member mirror; the target may change from request to request',
  }),
  entry({
    name: 'netease',
    indexUrl: 'https://mirrors.163.com/pypi/simple/',
    byDefault: false,
    note: 'synchronised once a day',
  }),
];

/** A host that old instructions still name. */
export interface RetiredHost {
  readonly host: string;
  /** Only index paths that start so are retired; empty for the whole host. */
  readonly path: string;
  /** Catalogue name to use instead. */
  readonly replacement: string;
}

export const RETIRED_HOSTS: readonly RetiredHost[] = [
  { host: 'pypi.douban.com', path: '', replacement: 'tencent' },
  { host: 'pypi.doubanio.com', path: '', replacement: 'tencent' },
  { host: 'pypi.mirrors.ustc.edu.cn', path: '', replacement: 'ustc' },
  { host: 'mirrors.jlu.edu.cn', path: '/pypi', replacement: 'bfsu' },
  { host: 'mirrors.zju.edu.cn', path: '/pypi', replacement: 'tuna' },
  { host: 'pypi.mirrors.cqupt.edu.cn', path: '', replacement: 'tuna' },
  { host: 'pypi.hustunique.com', path: '', replacement: 'hust' },
  { host: 'hustmirror.cn', path: '', replacement: 'hust' },
  { host: 'opentuna.cn', path: '', replacement: 'tuna' },
  { host: 'mirror.dub1.pypi.io', path: '', replacement: 'pypi' },
  { host: 'mirror.baidu.com', path: '/pypi', replacement: 'aliyun' },
  { host: 'pypi.sdutlinux.org', path: '', replacement: 'tuna' },
  { host: 'mirrors.sohu.com', path: '/Python', replacement: 'aliyun' },
  { host: 'pypi-mirror.org', path: '', replacement: 'pypi' },
  { host: 'test.pypi.org', path: '', replacement: 'pypi' },
];

const byName = new Map(CATALOGUE.map((row) => [row.name, row]));
const byUrl = new Map(CATALOGUE.flatMap((row) => [row.indexUrl, ...row.aliases].map((url) => [url, row])));

export function findInCatalogue(name: string): CatalogueEntry | undefined {
  return byName.get(name);
}

/** The entry whose index, or an alias of it, has this normalised URL. */
export function recogniseIndex(indexUrl: string): CatalogueEntry | undefined {
  return byUrl.get(indexUrl);
}

export function findRetired(url: URL): RetiredHost | undefined {
  return RETIRED_HOSTS.find((retired) => retired.host === url.hostname && url.pathname.startsWith(retired.path));
}
