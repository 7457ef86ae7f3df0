/** Chinese: notices and the reasons of the decision. */
import type { InputProblem } from '../../../model/notice.ts';
import { joined, name, type Prose, quote, say, word } from '../../prose.ts';
import type { NoticeTexts, WhyTexts } from '../catalogue.ts';
import { auditNotices } from './audit-notices.ts';
import { cacheNotices } from './cache-notices.ts';
import { diagnosisNotices } from './diagnosis-notices.ts';
import { phrases } from './phrases.ts';
import { sceneNotices } from './scene-notices.ts';

const { duration, days } = phrases;
const date = (ms: number): Prose => word(new Date(ms).toISOString().slice(0, 10));

const inputFault: Readonly<Record<InputProblem['kind'], string>> = {
  'unknown-word': '不是可识别的取值',
  'not-a-url': '不是 URL',
  'wrong-scheme': '既不是 https 也不是 http',
  'white-space': '中间含有空白字符',
  'not-a-number': '不是数字',
  'out-of-range': '超出范围',
  duplicate: '重复给出',
  'not-found': '不存在',
  malformed: '无法解析',
  missing: '不能为空',
  conflict: '与其他输入冲突',
  retired: '已停止服务',
  public: '是公共主机，当前策略不允许',
};

function inputProblem(problem: InputProblem): Prose {
  const nearest = problem.nearest === null ? say`` : say`您是否想写 ${problem.nearest}？`;
  return say`${problem.input}：${problem.value} ${word(inputFault[problem.kind])}；可用：${quote(problem.allowed)}。${nearest}`;
}

export const notices: NoticeTexts = {
  ...sceneNotices,
  ...cacheNotices,
  ...auditNotices,
  ...diagnosisNotices,
  'input-problems': ({ problems }) => ({
    title: word(`${problems.length} 个输入有误`),
    text: joined(problems.map(inputProblem), ' '),
    remedy: word('请在工作流中改正；未探测任何镜像，也未导出任何变量。'),
  }),
  'none-usable': ({ asked }) => ({
    title: word('没有可用的镜像'),
    text: word(`${asked} 个镜像中，没有一个能让 pip 装上本任务所需的软件包。`),
    remedy: word('各镜像的原因见表格。设置 `on-none: keep` 可让任务沿用 pip 原有设置继续运行。'),
  }),
  'kept-settings': ({ indexUrl }) => ({
    title: word('pip 沿用原有设置'),
    text:
      indexUrl === null
        ? word('没有可用的镜像，pip 将使用默认索引。')
        : say`没有可用的镜像，pip 将照旧使用 ${indexUrl}。`,
    remedy: null,
  }),
  'expired-tolerated': ({ mirror, trustedHost, endedAt, until, witness }) => ({
    title: say`${name(mirror)} 未经检查即被信任`,
    text: say`其证书已于 ${date(endedAt)} 到期。由于策略为 ${'allow-expired'}，${trustedHost} 现已列为受信任主机：pip 对它不做任何检查，途中任何人都可以塞入自己的软件包。本步骤运行时，其哈希值与 ${witness} 一致。`,
    remedy: say`请尽快续期证书；最多容忍到 ${date(until)}。在此之前，建议配合带哈希值的锁文件设置 ${'require-hashes: true'}。`,
  }),
  'expired-no-witness': ({ mirror }) => ({
    title: say`${name(mirror)} 仍被拒绝：没有旁证`,
    text: say`它的证书已过期，而本任务要安装的内容在任何通过校验的镜像或锁文件中都找不到一致的哈希值。没有旁证就不容忍过期证书。`,
    remedy: say`请再列出一个其他机构运营的镜像，或在仓库中保留带哈希值的锁文件。`,
  }),
  'pip-refused': ({ mirror, detail }) => ({
    title: say`pip 无法从 ${name(mirror)} 下载`,
    text: say`已改试下一个镜像。pip 的原文：${quote(detail)}`,
    remedy: null,
  }),
  'hash-mismatch': ({ mirror, file, reference }) => ({
    title: say`${name(mirror)} 的文件与原始文件不一致`,
    text: say`${file} 的 sha256 与 ${reference} 的不同，该镜像已被排除。`,
    remedy: word('请告知镜像站：文件可能已损坏或被伪造。'),
  }),
  'dependency-confusion': ({ project, privateIndex, winner }) => ({
    title: say`${project} 同时存在于私有索引和公共索引`,
    text: say`pip 会合并两者，并从 ${winner} 安装。任何人都可以在公共索引上以同名发布更高的版本。`,
    remedy: say`请在 PyPI 上占用该名称，或让 ${privateIndex} 同时提供公共软件包并只使用它。`,
  }),
  'certificate-refused': ({ mirror, host, fault }) => ({
    title: say`pip 不接受 ${name(mirror)} 的证书`,
    text: say`${host}：${faultWords(fault)}。`,
    remedy: word('如何处理、由谁处理，见表格。'),
  }),
  'certificate-expiring': ({ mirror, host, daysLeft }) => ({
    title: say`${name(mirror)} 的证书即将到期`,
    text:
      daysLeft >= 0 ? say`${host}：还剩 ${word(days.left(daysLeft))}。` : say`${host}：${word(days.left(daysLeft))}。`,
    remedy: word('需由镜像站运维续期。'),
  }),
  'http-mirror': ({ mirror, host }) => ({
    title: say`${name(mirror)} 使用明文 http`,
    text: say`您已把 ${host} 写入 ${'trusted-hosts'}。途中任何人都能看到并篡改 pip 下载的内容。`,
    remedy: say`请改用 https，或设置 ${'require-hashes: true'}。`,
  }),
  disagreement: ({ mirror, host }) => ({
    title: say`对 ${name(mirror)} 的证书有两种判断`,
    text: say`OpenSSL 与本工具对 ${host} 的判断不同，以更严格的为准。`,
    remedy: word('欢迎附上本步骤的 JSON 报告反馈此问题。'),
  }),
  'trust-problem': ({ problem }) => ({
    title: word('pip 无法读取受信任的证书'),
    text: say`${quote(problem)}。pip 自身也会在此中止。`,
    remedy: say`请改正 ${'PIP_CERT'}、${'REQUESTS_CA_BUNDLE'} 或 ${'SSL_CERT_FILE'}，或 pip.conf 中的 ${'cert'}。`,
  }),
  'bypass-requirements-index': ({ file, line, option }) => ({
    title: say`${file} 自行指定了索引`,
    text: say`第 ${line} 行：${option} 优先于本步骤导出的变量。`,
    remedy: word('删除该行，本次选择才会生效。'),
  }),
  'bypass-pip-conf': ({ file, setting }) => ({
    title: say`${file} 也在起作用`,
    text: say`其中设置了 ${setting}，pip 会把它与本次选择合并使用。`,
    remedy: word('若非有意，请删除该设置。'),
  }),
  'bypass-uv-index': ({ file, index }) => ({
    title: say`${file} 为 uv 指定了索引`,
    text: say`无论本步骤导出什么，uv 都会先使用 ${index}。`,
    remedy: word('删除该设置，本次选择才会生效。'),
  }),
  'bypass-lock-urls': ({ file, hosts }) => ({
    title: say`${file} 中写死了文件地址`,
    text: say`无论选用哪个镜像，文件都来自 ${hosts.join('、')}。`,
    remedy: word('可通过镜像重新生成锁文件，或接受现状。'),
  }),
  'inherited-kept': ({ variable, value }) => ({
    title: say`任务已设置 ${variable}`,
    text: say`${value} 予以保留，与本次选择一并生效。`,
    remedy: null,
  }),
  'retired-host': ({ host, replacement }) => ({
    title: say`${host} 已停止服务`,
    text: replacement === null ? word('没有替代地址。') : say`替代地址：${replacement}。`,
    remedy: replacement === null ? word('请从 `mirrors` 中移除。') : word('请在 `mirrors` 中更换地址。'),
  }),
  redirector: ({ mirror, target }) => ({
    title: say`${name(mirror)} 只负责跳转到其他镜像`,
    text: target === null ? word('每次请求的去向可能不同。') : say`这次跳转到 ${target}；下一次请求可能不同。`,
    remedy: word('请直接填写目标镜像：更稳定，缓存也能持续有效。'),
  }),
  stale: ({ mirror, behind }) => ({
    title: say`${name(mirror)} 落后于 PyPI`,
    text: word(`落后 ${behind} 次变更。`),
    remedy: null,
  }),
  'pip-missing': ({ python }) => ({
    title: word('未找到 pip'),
    text:
      python === null
        ? word('各镜像按新版 pip 的规则判断，结论未经 pip 确认。')
        : say`${python} 没有 pip。各镜像按新版 pip 的规则判断，结论未经 pip 确认。`,
    remedy: say`请把本步骤放在 ${'actions/setup-python'} 之后，判断便与您的 pip 完全一致。`,
  }),
  'summary-unavailable': () => ({
    title: word('此处没有任务摘要'),
    text: word('该运行器不显示摘要；日志中有全部内容。'),
    remedy: null,
  }),
  'output-truncated': ({ output, bytes }) => ({
    title: say`${output} 已被截短`,
    text: word(`原有 ${bytes} 字节，超出上限。`),
    remedy: word('JSON 报告是完整的。'),
  }),
  'reused-decision': ({ mirror, ageMinutes }) => ({
    title: word('沿用了先前的结论'),
    text: say`另一个任务在${word(ageMinutes < 1 ? '不到 1 分钟' : ` ${Math.floor(ageMinutes)} 分钟`)}前选用了 ${name(mirror)}；快速检查确认其仍然正常。`,
    remedy: say`设置 ${'reuse-minutes: 0'} 可每次重新选择。`,
  }),
};

function faultWords(fault: string): Prose {
  const words = Object.entries(phrases.status).find(([status]) => status === fault)?.[1];
  return words === undefined ? quote(fault) : word(words);
}

const tieBreak = {
  cache: '先前任务的缓存来自它',
  operator: '它与其他镜像由不同的机构运维，不会一同失效',
  'days-left': '它的证书有效期最长',
  freshness: '它与 PyPI 最同步',
  order: '它在您的列表中最靠前',
} as const;

export const why: WhyTexts = {
  fastest: ({ expectedMs, nextName, nextMs }) =>
    nextName === null || nextMs === null
      ? say`它最快：预计本任务的安装需要 ${word(duration(expectedMs))}。`
      : say`它最快：预计本任务的安装需要 ${word(duration(expectedMs))}，其次是 ${name(nextName)}，需要 ${word(duration(nextMs))}。`,
  tie: ({ bandPercent, by, others }) =>
    say`它与 ${joined(others.slice(0, 5).map(name), '、')} 速度相当（相差不到 ${bandPercent} %）；选用它是因为${word(tieBreak[by])}。`,
  'only-usable': () => word('只有它能让 pip 完成安装。'),
  'first-usable': () => word('它是列表中第一个能让 pip 完成安装的镜像。'),
  'expired-tolerated': ({ until, witness }) =>
    say`没有通过校验的可用镜像。它的证书已过期，容忍到 ${date(until)}；其哈希值与 ${witness} 一致。`,
  kept: () => word('没有可用的镜像，pip 沿用原有设置。'),
  offline: () => word('策略为 offline：软件包来自本地 wheel 目录。'),
};
