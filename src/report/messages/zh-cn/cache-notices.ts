/** Chinese: notices of the kept downloads. */
import type { CacheReason, UnsavedReason } from '../../../model/cache-notices.ts';
import { joined, name, quote, say, word } from '../../prose.ts';
import type { CacheNoticeTexts } from '../catalogue.ts';

const reasons: Readonly<Record<CacheReason, string>> = {
  asked: '输入 `cache` 如此设定。',
  'pip-without-cache': '没有 pip，或 pip 自身的缓存已关闭（`PIP_NO_CACHE_DIR`）。',
  'pip-unchecked': '此版本的 pip（22.3）不校验 JSON 索引页中的摘要，因此不向它提供保留的文件。',
  'privileged-event': '该事件使任务拥有机密或写权限，而其代码可能受外人影响。',
  release: '发布版本须用全新下载的文件构建。',
  tag: '标签须用全新下载的文件构建。',
  'dir-persists': '该运行器自身就会在任务之间保留 pip 的缓存。',
  platform: '平台不允许本任务使用更多（`ACTIONS_CACHE_MODE`）。',
  'no-service': '该运行器没有缓存服务。',
  late: '缓存服务未在时限内应答。',
  failed: '该运行器缺少缓存所需的组件。',
};

const unsaved: Readonly<Record<UnsavedReason, string>> = {
  'nothing-to-keep': 'pip 没有下载可保留的文件。',
  unchanged: '已保留的内容无需更新。',
  refused: '另一个任务已先保存，或本任务的令牌只能读取。',
  late: reasons.late,
  failed: reasons.failed,
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export const cacheNotices: CacheNoticeTexts = {
  'cache-skipped': ({ reason, detail }) => ({
    title: word('下载的文件不会保留'),
    text: detail === '' ? word(reasons[reason]) : say`${word(reasons[reason])}${quote(detail)}`,
    remedy:
      reason === 'privileged-event' || reason === 'release' || reason === 'tag' || reason === 'dir-persists'
        ? word('设置 `cache: read-write` 可照常保留。')
        : null,
  }),
  'cache-laid-back': ({ mirror, files, bytes }) => ({
    title: word(`${files} 个文件沿用先前运行的下载`),
    text: say`共 ${word(megabytes(bytes))}，每个文件的 sha256 都与 ${name(mirror)} 当前列出的一致。`,
    remedy: null,
  }),
  'cache-refused': ({ files }) => ({
    title: word(`${files} 个保留的文件内容有误`),
    text: word('其 sha256 与保留时的名称不符。这些文件已删除，pip 会重新下载。'),
    remedy: word('请查明谁能写入缓存：可能是损坏，也可能是伪造。'),
  }),
  'cache-key': ({ key, ingredients, matched }) => ({
    title: word('下载缓存的键'),
    text: say`${key}（${joined(
      ingredients.map(({ name: part, value }) => say`${word(part)}：${value}`),
      '，',
    )}）。`,
    remedy: matched === '' ? word('没有找到相同或相近的键。') : say`找到：${matched}。`,
  }),
  'cache-saved': ({ key, files, bytes }) => ({
    title: word('下载的文件已保留'),
    text: say`${word(`${files} 个文件，共 ${megabytes(bytes)}，`)}键为 ${key}。`,
    remedy: null,
  }),
  'cache-unsaved': ({ reason, detail }) => ({
    title: word('未保存任何内容'),
    text: detail === '' ? word(unsaved[reason]) : say`${word(unsaved[reason])}${quote(detail)}`,
    remedy: null,
  }),
  'cache-headers': ({ mirror }) => ({
    title: say`pip 自身无法缓存 ${name(mirror)} 的文件`,
    text: say`其文件没有可供 pip 缓存的响应头（${'ETag'}、${'Cache-Control'}），pip 每次运行都要重新下载。本操作仍会保留它们：作业结束后由其 pip 再取一次已安装的文件。`,
    remedy: say`镜像运营者：请为文件发送 ${'Cache-Control: max-age=365000000, immutable'}。`,
  }),
};
