/** 简体中文：公共镜像之外各场景的提示。 */
import type { SceneNoticeFacts } from '../../../model/scene-notices.ts';
import { say, word } from '../../prose.ts';
import type { SceneNoticeTexts } from '../catalogue.ts';

const limits: Readonly<Record<SceneNoticeFacts['installer-limit']['what'], string>> = {
  'extra-index': '它没有用于附加索引的变量。',
  fallback: '它没有用于第二索引的变量。',
  offline: '它没有用于 wheel 目录的变量。',
};

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
};
