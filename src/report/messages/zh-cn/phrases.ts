/** Chinese: words around the facts. */
import { name, quote, say, word } from '../../prose.ts';
import type { Phrases } from '../catalogue.ts';

/** Whole days, or hours below two days; rounded down, so that nobody has less time than it says. */
function span(days: number): string {
  if (days >= 2) return `${Math.floor(days)} 天`;
  if (days >= 1 / 24) return `${Math.floor(days * 24)} 小时`;
  return '不到 1 小时';
}

const faults = {
  expired: '已过期',
  'not-yet-valid': '尚未生效',
  'hostname-mismatch': '域名不匹配',
  'self-signed': '自签名',
  'untrusted-issuer': '颁发者不受信任',
  'incomplete-chain': '证书链不完整',
  revoked: '已吊销',
  weak: '强度不足',
  invalid: '无效',
  'handshake-failed': '握手失败',
  none: '无（http）',
} as const;

export const phrases: Phrases = {
  list: { comma: '、', colon: '：', more: (rest) => `等另外 ${rest} 个` },
  status: { ...faults, valid: '有效', expiring: '即将到期' },
  level: { error: '错误', warning: '警告', notice: '提示', info: '信息' },
  actor: { workflow: '由您处理', operator: '由镜像站运维处理', network: '由网络管理员处理', wait: '等待即可' },
  trust: { truststore: '系统证书库', certifi: 'pip 自带的证书', file: '指定的 CA 文件' },
  days: {
    left: (days) => (days >= 0 ? span(days) : `${span(-days)}前已到期`),
    unknown: '未知',
  },
  duration: (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} 秒`),
  rate: (bytes) => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB/s` : `${Math.round(bytes / 1e3)} kB/s`),
  head: {
    chosen: (mirror) => say`pip 将从 ${name(mirror)} 安装`,
    tolerated: (mirror) => say`pip 将从 ${name(mirror)} 安装，且不再检查其已过期的证书`,
    noneUsable: (asked) => word(`${asked} 个镜像均不可用`),
    wheelhouseRefused: word('pip 无法从该 wheel 目录安装'),
    kept: word('没有可用的镜像：pip 沿用原有设置'),
    offline: word('pip 将从本地 wheel 目录离线安装'),
    auditClean: (mirrors) => word(mirrors === 1 ? '证书正常' : `${mirrors} 个镜像全部正常`),
    auditTrouble: (troubled, mirrors) => word(`${mirrors} 个镜像中有 ${troubled} 个需要处理`),
    wrongInputs: (problems) => word(`${problems} 个输入有误：未探测任何镜像，也未导出任何变量`),
  },
  facts: {
    pip: (version, python) => say`pip ${quote(version)}，Python ${quote(python)}`,
    noPip: '未找到 pip：按新版 pip 的规则判断',
    took: (ms) => `用时 ${phrases.duration(ms)}`,
    trust: (source, path) => say`信任${word(phrases.trust[source])}（${path}）`,
    usable: (usable, all) => `${all} 个镜像中 ${usable} 个可用`,
    confirmed: '已由 pip 实际下载确认',
    unconfirmed: '未经 pip 确认',
    reused: '沿用先前任务的结论',
    next: (mirror, days) => say`最早到期的是 ${name(mirror)} 的证书：${word(days)}`,
  },
  heading: {
    mirrors: '镜像',
    lifetimes: '证书有效期',
    exported: '已导出给后续步骤',
    bypass: '可能绕过本次选择的设置',
    notices: '须知',
    decision: '结论',
  },
  column: {
    mirror: '镜像',
    verdict: '能否使用',
    certificate: '证书',
    daysLeft: '剩余时间',
    latency: '延迟',
    throughput: '速度',
    variable: '变量',
    value: '值',
  },
  verdict: {
    chosen: '已选用',
    usable: '可用',
    rank: (rank) => `（第 ${rank} 名）`,
    unchecked: '，但 pip 不做检查',
    unasked: '未探测完：其结果已不会改变结论',
    fileHost: '文件所在主机：',
    httpStatus: (status) => `（${status}）`,
    missing: (requirements, checked) => say`缺少 ${requirements.join('、')}（共检查 ${checked} 项）`,
    behind: (serials) => `比 PyPI 落后 ${serials} 次变更`,
    alsoFaulty: (host, status, days) => say`${host}${word(`：${status}${days === null ? '' : `，${days}`}`)}`,
  },
  picture: {
    caption: (shown, all) =>
      shown < all
        ? `共 ${all} 个，此处为最早到期的 ${shown} 个。竖线是您查看本页的日期。`
        : '最早到期的在最上面。竖线是您查看本页的日期。',
    clipped: '触及边缘的横条表示有效期超出图外。',
  },
  folded: {
    healthy: (rest) => `另有 ${rest} 个正常的镜像`,
    others: (rest) => `另有 ${rest} 个镜像`,
  },
  exported: { nothing: '没有导出任何变量。' },
  bypass: { none: '没有发现会绕过本次选择的设置。' },
  cut: {
    rows: (rest) => `因 GitHub 的大小限制，省略了 ${rest} 行；完整内容见 JSON 报告。`,
    annotations: (rest) => `另有 ${rest} 条同类信息，请看任务摘要。`,
  },
};
