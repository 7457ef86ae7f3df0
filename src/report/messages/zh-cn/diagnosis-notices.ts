/** 简体中文：安装失败的原因。 */
import type { DiagnosisNoticeFacts } from '../../../model/diagnosis-notices.ts';
import { name, say, word } from '../../prose.ts';
import type { NoticeTexts } from '../catalogue.ts';

export const diagnosisNotices: Pick<NoticeTexts, keyof DiagnosisNoticeFacts> = {
  'diagnosed-fault': ({ mirror, reason, better }, tell) => ({
    title: say`pip 无法从 ${name(mirror)} 安装：${tell(reason).words}`,
    text: say`这就是 “No matching distribution found” 背后的真正原因。${
      better === null ? word('') : say`此刻 pip 可以从 ${name(better)} 安装。`
    }`,
    remedy: tell(reason).remedy,
  }),
  'diagnosed-missing': ({ mirror, requirements, elsewhere }) => ({
    title: say`${name(mirror)} 工作正常，但没有 ${requirements}`,
    text:
      elsewhere === null
        ? say`问过的镜像都没有适合当前 Python 和平台的文件：请检查名称或版本是否写错、是否为私有包，或该版本没有适合此解释器的 wheel。`
        : say`${name(elsewhere)} 有。`,
    remedy:
      elsewhere === null
        ? word('请更正依赖声明，或在 `extra-index-urls` 中写上私有索引。')
        : word('让本 Action 重新选择：它不会选缺少所需内容的镜像。'),
  }),
  'diagnosed-healthy': ({ mirror, checked }) => ({
    title: say`${name(mirror)} 现在工作正常`,
    text: say`索引、文件和元数据都能以 pip 的请求取得，并找到 ${String(checked)} 个依赖。若安装失败是网络原因，现已恢复；否则原因不在镜像。`,
    remedy: word('请重新运行任务，或查看上方 pip 自己的报错。'),
  }),
  'diagnosed-no-index': ({ variable }) => ({
    title: word('无法解析正在使用的索引'),
    text: say`${variable} 中没有 pip 可用的 URL。`,
    remedy: say`请把 ${variable} 设为一个以 /simple/ 结尾的 https URL。`,
  }),
};
