/** A web application firewall that turns pip away by its User-Agent, in the words of a real mirror. */
import { text } from '../answer.ts';
import { type Fault, only, PIP } from '../fault.ts';

const PAGE = `<!DOCTYPE html><html lang="zh-CN"><head><title>403 Forbidden</title></head><body>
<p>您访问使用的软件带有非常用软件的特征。Your client is blocked.</p>
<p>00000069 0123456789abcdef0123456789abcdef</p></body></html>
`;

export const blocksPip: Fault = only(
  { userAgent: PIP },
  { name: 'blocks pip', answer: () => text(403, PAGE, 'text/html; charset=utf-8') },
);
