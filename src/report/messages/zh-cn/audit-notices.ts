/** Chinese: notices of audits. */
import { quote, say, word } from '../../prose.ts';
import type { AuditNoticeTexts } from '../catalogue.ts';

export const auditNotices: AuditNoticeTexts = {
  'alert-failed': ({ channel, code, announcements }) => ({
    title: say`发往 ${channel} 的告警未送达`,
    text: say`有 ${announcements} 条内容未能发出：${code}。下次巡检会再次发送。`,
    remedy: word('请检查地址、密钥，以及机器人自身的限制（关键词、IP 白名单）。'),
  }),
  'alert-sent': ({ channel, announcements }) => ({
    title: say`已通知 ${channel}`,
    text: word(`一条消息，共 ${announcements} 项。`),
    remedy: null,
  }),
  'issue-failed': ({ code }) => ({
    title: word('无法维护 issue'),
    text: say`平台返回 ${code}。`,
    remedy: say`请为该任务授予 ${'permissions: issues: write'}，并确认仓库已启用 issue。`,
  }),
  'issues-limited': ({ opened, left }) => ({
    title: word('部分异常镜像尚未建立 issue'),
    text: word(`本次建立 ${opened} 个，其余 ${left} 个留待后续巡检。`),
    remedy: null,
  }),
  'status-page-failed': ({ detail }) => ({
    title: word('状态页未能写入'),
    text: quote(detail),
    remedy: null,
  }),
  'audit-state-lost': ({ detail }) => ({
    title: word('告警记录未能保存'),
    text: detail === '' ? word('下次巡检可能会重复通知一次。') : say`${quote(detail)}。下次巡检可能会重复通知一次。`,
    remedy: null,
  }),
};
