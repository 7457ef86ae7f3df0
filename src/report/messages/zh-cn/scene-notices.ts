/** 简体中文：公共镜像之外各场景的提示。 */
import type { RequirementProblem } from '../../../model/requirement.ts';
import type { SceneNoticeFacts, WheelhouseFault, WheelhouseLack } from '../../../model/scene-notices.ts';
import { joined, name, quote, say, word } from '../../prose.ts';
import type { SceneNoticeTexts } from '../catalogue.ts';

const unread: Readonly<Record<RequirementProblem['code'], string>> = {
  unreadable: '无法读取',
  'too-large': '过大，未读取',
  'too-many-files': '文件数超出上限',
  'not-text': '不是文本',
  syntax: '有语法错误',
  'invalid-requirement': '不是有效的依赖写法',
  'unknown-option': '不是已知的 requirements 选项',
  'remote-file': '位于其他机器上，不会去取',
  'outside-workspace': '指向检出目录之外',
  recursive: '包含了自身',
  'unset-variable': '引用了未设置的变量',
};

const limits: Readonly<Record<SceneNoticeFacts['installer-limit']['what'], string>> = {
  'extra-index': '它没有用于附加索引的变量。',
  fallback: '它没有用于第二索引的变量。',
  'trusted-host': '它没有用于关闭证书检查的变量。',
  offline: '它没有用于 wheel 目录的变量。',
};

const folderProblems: Readonly<Record<SceneNoticeFacts['wheelhouse-folder']['problem'], string>> = {
  absent: '该目录不存在。',
  'not-a-folder': '它是一个文件。',
  empty: '其中没有 wheel。',
};

const fileFaults: Readonly<Record<WheelhouseFault, string>> = {
  unreadable: '无法读取',
  empty: '是空文件',
  'not-a-zip': '不是 zip 文件',
  truncated: '不完整',
  damaged: '已损坏',
  checksum: '的内容与校验值不符',
  encrypted: '已加密',
  'unsafe-path': '含有指向目录之外的路径',
  'double-entry': '含有重复条目',
  'headers-differ': '中同一条目的两个头部不一致',
  oversized: '解压后远超 wheel 应有的大小',
  name: '不是 wheel 的文件名',
  'no-metadata': '没有元数据',
  'metadata-differs': '的元数据属于别的软件包',
  record: '与自身的 RECORD 不符',
  sums: '与 SHA256SUMS 不符',
  'lock-hash': '的哈希与锁文件不同',
  platform: '适用于其他解释器或机器',
};

const lacks: Readonly<Record<WheelhouseLack, string>> = {
  absent: '目录中完全没有',
  version: '目录中只有其他版本',
  platform: '目录中只有其他解释器或机器的 wheel',
  python: '它适用于其他 Python 版本',
  hash: '目录中的文件哈希不同',
  faulty: '目录中的文件不完好',
  outside: '它来自需要网络的地址',
};

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export const sceneNotices: SceneNoticeTexts = {
  'inherited-replaced': ({ variable, value }) => ({
    title: say`任务已设置 ${variable}`,
    text: say`${value} 被本次选择替换。`,
    remedy: null,
  }),
  'installer-limit': ({ installer, what, value }) => ({
    title: say`${installer} 不会使用 ${value}`,
    text: word(limits[what]),
    remedy: say`请写入 ${installer} 自己的项目文件，或在本任务中改用 pip 或 uv。`,
  }),
  'uv-lock': ({ file }) => ({
    title: say`${file} 自带下载地址`,
    text: word('`uv sync --frozen` 按锁文件中的地址下载，索引不同时 `--locked` 会失败，重新锁定则会写入镜像地址。'),
    remedy: word('需要锁定的步骤不要在 `installers` 中列出 uv，或在未设置镜像的环境中锁定。'),
  }),
  'uv-roots-replaced': ({ caBundle }) => ({
    title: word('uv 将只信任您的 CA 文件'),
    text: say`${'SSL_CERT_FILE'} 为 ${caBundle}：uv 会拒绝所有使用公共证书的主机，下载 Python 时也是如此。`,
    remedy: word('如果任务还需要访问公共主机，请把公共根证书加入该文件。'),
  }),
  'uv-insecure-wider': ({ host }) => ({
    title: say`uv 将信任 ${host.replace(/:443$/, '')} 的所有端口`,
    text: say`uv 无法表达 ${host}：它能识别的最窄写法覆盖整个主机。`,
    remedy: word('请为该镜像配置可由 `ca-bundle` 验证的证书。'),
  }),
  'poetry-plugin': ({ plugin }) => ({
    title: say`Poetry 需要插件 ${plugin}`,
    text: word('没有该插件时，Poetry 会忽略此变量并访问 pypi.org。'),
    remedy: say`请在之前的步骤中运行 ${`poetry self add ${plugin}`}。`,
  }),
  'pytorch-index': ({ url, platform }) => ({
    title: say`${platform} 的 PyTorch wheel 索引：${url}`,
    text: say`请先单独安装：${`pip install torch --index-url ${url}`}。它不会成为附加索引，否则 pip 会把其中的版本与 PyPI 的版本混在一起。`,
    remedy: null,
  }),
  'pytorch-flat': ({ url, platform }) => ({
    title: say`${platform} 的 PyTorch wheel 只有平铺页面可用`,
    text: say`${url} 把所有文件列在一页上，${'--index-url'} 无法读取；该输出为空。`,
    remedy: say`请使用 ${`pip install torch --find-links ${url}`}。`,
  }),
  'pytorch-none': ({ platform, asked }) => ({
    title: say`没有可用的 ${platform} PyTorch 索引`,
    text: word(`已查询 ${asked} 个；该输出为空。`),
    remedy: null,
  }),
  'pytorch-internal': ({ platform }) => ({
    title: say`未查询 ${platform} 的 PyTorch 索引`,
    text: word('策略 `internal` 不访问公共主机，而已知的 PyTorch 索引都是公共的。'),
    remedy: word('请在自己的服务器上代理 `https://download.pytorch.org/whl/`，并在工作流中使用其地址。'),
  }),
  'pytorch-macos': ({ platform }) => ({
    title: say`macOS 没有 ${platform} 的 wheel`,
    text: word('macOS 版 PyTorch 只有一种 wheel，位于 PyPI 和 `cpu` 目录。'),
    remedy: word('请在 macOS 任务中把 `pytorch` 设为 `cpu`。'),
  }),
  'pytorch-tag-gone': ({ platform, torch, last, nearest }) => ({
    title: say`torch ${torch} 没有 ${platform} 的 wheel`,
    text: say`${platform} 到 torch ${last} 为止。`,
    remedy: say`请使用 torch ${torch} 所提供的最接近的 ${nearest}，或改用 torch ${last}。`,
  }),
  'pytorch-tag-early': ({ platform, torch, first, nearest }) => ({
    title: say`torch ${torch} 没有 ${platform} 的 wheel`,
    text: say`${platform} 从 torch ${first} 开始提供。`,
    remedy: say`请使用 torch ${torch} 所提供的最接近的 ${nearest}，或改用 torch ${first}。`,
  }),
  'pytorch-tag-unknown': ({ platform, nearest }) => ({
    title: say`已知的 torch 都没有 ${platform} 的 wheel`,
    text: word('只能以索引为准。'),
    remedy: say`最接近的已知平台是 ${nearest}。`,
  }),
  'pytorch-no-wheel': ({ platform, torch }) => ({
    title: say`索引中没有适合本解释器的 torch ${torch}（${platform}）`,
    text: word('pip 会找不到任何版本。'),
    remedy: word('请核对 Python 版本和机器架构是否在该版本的 wheel 之列。'),
  }),
  'pytorch-label': ({ project, version, platform }) => ({
    title: say`${`${project}==${version}`} 不是 ${platform} 的构建`,
    text: word('加号之后的部分是计算平台。'),
    remedy: say`请去掉加号之后的部分，或把 ${'pytorch'} 设为同一平台。`,
  }),
  'pytorch-companion': ({ torch, project, version, belongs }) => ({
    title: say`${project} ${version} 与 torch ${torch} 不配套`,
    text: word('它们共用编译部分：pip 会拒绝这一组合，或者导入失败。'),
    remedy: say`请使用 ${`${project}==${belongs}`}。`,
  }),
  'pytorch-mixed': ({ platform, other, host }) => ({
    title: say`${platform} 旁边还有 ${other} 的索引`,
    text: say`无论硬件如何，pip 都会从中取较高的版本；该索引位于 ${host}。`,
    remedy: say`请从本任务中移除 ${other} 的索引。`,
  }),

  'requirements-missing': ({ mirror, requirements }) => ({
    title: say`没有索引提供 ${joined(
      requirements.slice(0, 10).map((raw) => say`${raw}`),
      '、',
    )}`,
    text: say`在 ${name(mirror)} 及其旁的索引中，pip 找不到适合本解释器的版本。`,
    remedy: word('请在 `extra-index-urls` 中写明提供它的索引，或检查名称和版本。'),
  }),
  'requirements-unread': ({ problems }) => ({
    title: word(`依赖文件中有 ${problems.length} 处未能读懂`),
    text: joined(
      problems
        .slice(0, 5)
        .map(({ code, file, line, detail }) => say`${file}:${String(line)}：${word(unread[code])}（${detail}）。`),
      '',
    ),
    remedy: word('不会在镜像上查找这些位置所列的内容；其余内容照常查找。'),
  }),
  'forwards-to-public': ({ mirror, project, host }) => ({
    title: say`${name(mirror)} 会转发到 ${host}`,
    text: say`查询 ${project} 时，它把 pip 引向公共主机。私有软件包的名称会泄露，外人也可以用这些名称发布。`,
    remedy: word(
      '请关闭转发：GitLab 有相应设置，pypiserver 需要 `--disable-fallback`。本次没有向公共主机发送任何请求。',
    ),
  }),
  'links-to-public': ({ mirror, host }) => ({
    title: say`${name(mirror)} 的文件链接指向 ${host}`,
    text: word('pip 会从公共主机下载这些文件。'),
    remedy: word('请让该服务器自行存储或代理文件。'),
  }),
  'serves-public': ({ mirror, project }) => ({
    title: say`${name(mirror)} 也提供公共软件包`,
    text: say`其中有 ${project}：外人以私有名称发布的软件包可能混入。`,
    remedy: word('请让该服务器优先采用私有名称：阻止列表、路由规则或 devpi 的白名单。'),
  }),
  'wheelhouse-folder': ({ folder, problem }) => ({
    title: say`${folder} 不是 wheel 目录`,
    text: word(folderProblems[problem]),
    remedy: word('请在有网络的环境中用 `mode: download` 填充，再作为构建产物传递。'),
  }),
  'wheelhouse-file': ({ file, fault, detail }) => ({
    title: say`${file} ${word(fileFaults[fault])}`,
    text: detail === '' ? word('安装程序会在此停止，或安装成别的内容。') : quote(detail),
    remedy: fault === 'platform' ? null : word('请重新下载，并与锁文件中的哈希比对。'),
  }),
  'wheelhouse-missing': ({ requirement, requiredBy, cause, found }) => ({
    title: say`wheel 目录缺少 ${requirement}`,
    text: say`${requiredBy} 需要它；${word(lacks[cause])}${found === '' ? word('。') : say`：${found}。`}`,
    remedy: cause === 'outside' ? word('请为它构建 wheel，并改为依赖该版本。') : null,
  }),
  'wheelhouse-built': ({ file }) => ({
    title: say`${file} 需要在本机构建`,
    text: word('源码包的构建工具也必须在 wheel 目录中，可能还需要编译器。'),
    remedy: say`请换成 wheel：${'pip wheel --no-deps'}。`,
  }),
  'wheelhouse-complete': ({ folder, files, projects }) => ({
    title: word('wheel 目录完整'),
    text: say`在 ${folder} 的 ${files} 个文件中找到全部 ${projects} 个项目。`,
    remedy: null,
  }),
  'wheelhouse-refused': ({ detail }) => ({
    title: word('pip 不会从该 wheel 目录安装'),
    text: quote(detail),
    remedy: null,
  }),
  'download-filled': ({ folder, mirror, files, bytes }) => ({
    title: say`${folder} 已填充`,
    text: say`共 ${files} 个文件，${word(megabytes(bytes))}，来自 ${name(mirror)}，并附有 ${'SHA256SUMS'} 和 ${'manifest.json'}。`,
    remedy: null,
  }),
  'download-failed': ({ source, detail }) => ({
    title: say`pip 未能下载 ${source} 所需的全部文件`,
    text: quote(detail),
    remedy: null,
  }),
  'download-nothing': () => ({
    title: word('没有可下载的内容'),
    text: word('没有文件匹配 `requirements`，且 `packages` 为空。'),
    remedy: word('请在这两个输入之一中写明隔离网络所需的软件包。'),
  }),
  'download-needs-pip': () => ({
    title: word('没有可用于下载的 pip'),
    text: word('`mode: download` 使用任务自己的 pip，以便 wheel 适合该解释器。'),
    remedy: word('请在 `actions/setup-python` 之后运行本步骤，或设置 `python`。'),
  }),
};
