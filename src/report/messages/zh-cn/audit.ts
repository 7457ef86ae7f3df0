/** Chinese: alerts, issues, badge and status page of audits. */
import type { Announcement } from '../../../model/audit.ts';
import { joined, name, type Prose, say, word } from '../../prose.ts';
import type { AuditCounts, AuditTexts } from '../audit-catalogue.ts';
import { phrases } from './phrases.ts';

const { status, days } = phrases;

/** Chinese readers get their own time zone, named. */
const date = (ms: number): Prose =>
  word(`${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')}（北京时间）`);

function listed(parts: readonly (readonly [number, string])[]): string {
  return parts.flatMap(([number, text]) => (number > 0 ? [`${number} 个${text}`] : [])).join('，');
}

function countsOf({ refused, expiring, unreachable, valid }: AuditCounts): string {
  const counted = listed([
    [refused, '不被接受'],
    [expiring, '即将到期'],
    [unreachable, '无法连接'],
    [valid, '有效'],
  ]);
  return counted === '' ? '无' : counted;
}

function line(announcement: Announcement): Prose {
  const { kind, mirrors, host, port, faults, addresses } = announcement;
  const daysLeft = announcement.daysLeft ?? 0;
  const notAfter = announcement.notAfter ?? 0;
  const names = joined(mirrors.map(name), '、');
  const place = port === 443 ? host : `${host}:${port}`;
  const where =
    addresses.length === 0
      ? say`${place}`
      : say`${place}（${joined(
          addresses.map((at) => say`${at}`),
          '、',
        )}）`;
  const others = faults.filter((fault) => fault !== 'expired').map((fault) => status[fault]);
  const also = others.length === 0 ? say`` : say`此外：${word(others.join('、'))}。`;
  if (kind === 'expired') {
    return say`${names}：${where} 的证书${word(days.left(Math.min(daysLeft, -1e-9)))}（${date(notAfter)}），pip 拒绝连接。${also}`;
  }
  if (kind === 'refused') return say`${names}：pip 不接受 ${where} 的证书：${word(others.join('、'))}。`;
  if (kind === 'expiring') {
    return say`${names}：${where} 的证书还有 ${word(days.left(daysLeft))}到期，到期时间 ${date(notAfter)}。`;
  }
  return say`${names}：已恢复正常。${where} 的证书有效期至 ${date(notAfter)}，剩余 ${word(days.left(daysLeft))}。`;
}

export const audit: AuditTexts = {
  alert: {
    title: ({ expired, refused, expiring, healed }) =>
      `pip-mirror-select：${listed([
        [expired, '证书已过期'],
        [refused, '证书不被接受'],
        [expiring, '证书即将到期'],
        [healed, '证书已恢复正常'],
      ])}`,
    line,
    more: (rest) => `另有 ${rest} 条`,
    run: '查看本次运行',
  },
  issue: {
    title: (mirror) => `${mirror} 的证书`,
    opening: (mirror) => say`最近一次巡检发现 ${name(mirror)} 的证书需要处理。`,
    host: '主机',
    state: '证书',
    end: '到期时间',
    todo: '处理办法',
    updated: (at) => `最近一次巡检：${at}。`,
    closing: '每次巡检都会更新本 issue，证书恢复正常后自动关闭。',
    healed: (mirror) => say`${name(mirror)} 的证书已恢复正常。`,
  },
  badge: { label: '镜像证书', message: countsOf },
  page: {
    title: '镜像证书状态',
    summary: (counts) =>
      `共 ${counts.valid + counts.expiring + counts.refused + counts.unreachable} 个镜像：${countsOf(counts)}`,
    updated: (at) => `最近一次巡检：${at}`,
    history: (audits, since) => (audits === 1 ? '首次巡检' : `最近 ${audits} 次巡检，自 ${since} 起`),
    columns: { mirror: '镜像', state: '证书', daysLeft: '剩余', history: '历次巡检' },
    states: {
      valid: '有效',
      expiring: '即将到期',
      refused: 'pip 不接受',
      unreachable: '无法连接',
      absent: '未探测',
    },
    soonest: (left) => `最早到期：${left}`,
    noMirrors: '没有探测任何镜像。',
  },
};
