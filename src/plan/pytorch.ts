/** PyTorch's wheel indexes, as data: a new mirror is one row. */

export interface PytorchIndex {
  readonly name: string;
  /** The compute platform and a slash follow. */
  readonly baseUrl: string;
  /** 'simple': one page a project (PEP 503), for --index-url. 'flat': one page of all wheels, for --find-links. */
  readonly layout: 'simple' | 'flat';
  readonly operator: string;
  /** Hosts that its pages send pip to, beside its own. */
  readonly fileHosts: readonly string[];
  readonly note: string;
}

export const PYTORCH_INDEXES: readonly PytorchIndex[] = [
  {
    name: 'pytorch',
    baseUrl: 'https://download.pytorch.org/whl/',
    layout: 'simple',
    operator: 'pytorch',
    fileHosts: ['download-r2.pytorch.org', 'files.pythonhosted.org', 'pypi.nvidia.com'],
    note: 'the origin; answers 403 for a project that it has not',
  },
  {
    name: 'nju-pytorch',
    baseUrl: 'https://mirrors.nju.edu.cn/pytorch/whl/',
    layout: 'simple',
    operator: 'nju',
    fileHosts: [],
    note: 'a copy whose links are rewritten to its own host',
  },
  {
    name: 'sjtu-pytorch',
    baseUrl: 'https://mirror.sjtu.edu.cn/pytorch-wheels/',
    layout: 'simple',
    operator: 'sjtu',
    fileHosts: ['s3.jcloud.sjtu.edu.cn'],
    note: 'a cache; each file is one redirect away',
  },
  {
    name: 'aliyun-pytorch',
    baseUrl: 'https://mirrors.aliyun.com/pytorch-wheels/',
    layout: 'flat',
    operator: 'aliyun',
    fileHosts: [],
    note: 'a listing of files: --index-url finds nothing there',
  },
];
