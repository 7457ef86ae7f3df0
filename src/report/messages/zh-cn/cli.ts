/** 简体中文：命令行。 */
import type { ArgumentProblem } from '../../../model/argument-problem.ts';
import { name, type Prose, quote, say, word } from '../../prose.ts';
import type { CliTexts } from '../cli-catalogue.ts';

const usage = `用法：pip-mirror-select [模式] [选项] [-- 命令 参数…]

选出您自己的 pip 所接受的最佳 PyPI 镜像。不会改动本机：结果只会打印出来，或仅对 "--" 之后的一条命令生效。

  pip-mirror-select                                显示镜像与选择
  eval "$(pip-mirror-select --shell bash)"         在当前 shell 中使用
  pip-mirror-select -- pip install -r req.txt      只用于一条命令
  pip-mirror-select audit --mirrors URL            检查证书

模式：select（默认）、audit、download、diagnose

输出：
  --json                   以 JSON 形式把报告写到标准输出
  --shell SHELL            设置变量的命令：bash、fish、powershell
  --help, --version

选项即 action 的输入；带 * 的可以重复：
  --mirrors NAME|URL|NAME=URL *       候选镜像；默认：公共目录
  --policy POLICY                     verified、allow-expired、internal、offline
  --requirements GLOB *               写明将安装什么的文件
  --packages SPECIFIER *              更多需求
  --fallback auto|none|MIRROR         第二索引
  --extra-index-urls URL *            需要保留的私有索引
  --trusted-hosts HOST *              不检查证书或使用 http 也接受的主机
  --expired-grace-days DAYS           配合 --policy allow-expired
  --require-hashes                    要求 pip 校验哈希
  --ca-bundle FILE                    内部 CA 的 PEM 文件
  --installers NAME *                 pip、uv、pdm、pipenv、poetry
  --pytorch PLATFORM                  cpu、cu128 等
  --wheelhouse FOLDER                 用于 --policy offline 和 download 模式
  --python PROGRAM                    使用哪个解释器的 pip
  --no-confirm                        不先让 pip 获取一个小文件
  --timeout SECONDS                   每个候选的时限
  --on-none fail|keep                 没有可用镜像时
  --reuse-minutes MINUTES             复用先前的选择（此处默认：0）
  --warn-days DAYS *                  证书告警阈值
  --cache MODE, --cache-suffix TEXT   pip 的缓存（此处默认：off）
  --fail-on expired|expiring|never    用于 audit
  --report-file FILE, --metrics-file FILE
  --alerts CHANNEL=URL *              用于 audit
  --issue, --github-token TOKEN       用于 audit
  --language en|zh-CN

退出码：0 已选出镜像（audit：一切正常）；1 没有可用镜像（audit：有问题；download：不完整）；
2 参数有误。带命令时为该命令自己的退出码，无法启动时为 126 或 127。`;

function problem({ word: given, kind, allowed, nearest }: ArgumentProblem): Prose {
  const meant = nearest === null ? say`` : say`您是否想写 ${nearest}？`;
  switch (kind) {
    case 'unknown':
      return allowed === ''
        ? say`无法识别 ${given}。${meant}`
        : say`无法识别 ${given}；可用：${quote(allowed)}。${meant}`;
    case 'needs-value':
      return say`${given} 需要一个值。`;
    case 'takes-no-value':
      return say`${given} 不带值。`;
    case 'conflict':
      return say`${given} 不能与 ${allowed} 同时使用。`;
    case 'no-command':
      return say`${given} 之后需要一条命令。`;
  }
}

export const cli: CliTexts = {
  usage,
  seeHelp: '请参阅 pip-mirror-select --help。',
  problem,
  chosen: (mirror) => say`pip-mirror-select：${name(mirror)}，仅用于本条命令`,
  cannotStart: (command) => say`pip-mirror-select：${command} ${word('无法启动')}`,
};
