/** Chinese: why a mirror is not usable, what to do, and who does it. */
import type { Catalogue } from '../catalogue.ts';

export const reasons: Catalogue['reasons'] = {
  'certificate-expired': {
    words: '证书已过期',
    remedy: '请续期，并在每个节点上加载新证书。',
    actor: 'operator',
  },
  'certificate-not-yet-valid': {
    words: '证书尚未生效',
    remedy: '请先检查本机时钟；若时钟无误，则是服务器用错了证书。',
    actor: 'workflow',
  },
  'certificate-hostname-mismatch': {
    words: '证书属于另一个域名',
    remedy: '请检查 URL；若 URL 无误，须由镜像站提供包含该域名的证书。',
    actor: 'workflow',
  },
  'certificate-self-signed': {
    words: '证书是自签名的',
    remedy: '若是自己的服务器，请用 `ca-bundle` 指定其 CA；否则不要信任它。',
    actor: 'workflow',
  },
  'certificate-untrusted-issuer': {
    words: '证书的颁发者不受 pip 信任',
    remedy: '若是自己的 CA，请用 `ca-bundle` 指定；否则通信可能正被人窃听。',
    actor: 'workflow',
  },
  'certificate-incomplete-chain': {
    words: '服务器没有发送中间证书',
    remedy: '请配置完整的证书链（fullchain.pem）。浏览器会掩盖这个问题，pip 不会。',
    actor: 'operator',
  },
  'certificate-revoked': {
    words: '证书已被吊销',
    remedy: '请立即更换：私钥可能已经泄露。',
    actor: 'operator',
  },
  'certificate-weak': {
    words: '证书的密钥或签名强度低于 pip 的要求',
    remedy: '请重新签发：RSA 至少 2048 位，或使用 EC，并以 SHA-256 签名。',
    actor: 'operator',
  },
  'certificate-invalid': {
    words: '证书不符合 pip 检查的规则',
    remedy: '请重新签发；问题出在密钥用途、名称约束或证书链，详见 JSON 报告。',
    actor: 'operator',
  },
  'certificate-handshake-failed': {
    words: '无法建立安全连接',
    remedy: '请确认该端口支持 TLS 1.2 或 1.3，且没有中间设备破坏连接。',
    actor: 'operator',
  },
  'certificate-none': {
    words: '没有证书（明文 http）',
    remedy: '请改用 https 地址；若愿意承担风险，可把主机写入 `trusted-hosts`。',
    actor: 'workflow',
  },
  'dns-failure': {
    words: '域名无法解析',
    remedy: '请检查拼写和本机的 DNS。',
    actor: 'workflow',
  },
  'connection-refused': {
    words: '连接被拒绝',
    remedy: '服务器未运行，或被防火墙拒绝。请检查端口和网络策略。',
    actor: 'network',
  },
  'connection-reset': {
    words: '连接被中断',
    remedy: '防火墙拦截或服务器过载。若持续出现，请联系网络管理员。',
    actor: 'network',
  },
  timeout: {
    words: '未在时限内应答',
    remedy: '距离太远、过载或被过滤。请从 `mirrors` 中移除；若只是较慢，可调大 `timeout`。',
    actor: 'workflow',
  },
  'http-403': {
    words: '拒绝访问（403）',
    remedy: '本网络可能被封禁。请把这里引用的原文发给镜像站，或改用其他镜像。',
    actor: 'operator',
  },
  'http-404': {
    words: '没有这个索引（404）',
    remedy: '请检查 URL 的路径；通常以 /simple/ 结尾。',
    actor: 'workflow',
  },
  'http-407': {
    words: '代理要求登录（407）',
    remedy: '请把代理的用户名和密码作为 secret 写入 HTTPS_PROXY。',
    actor: 'workflow',
  },
  'http-429': {
    words: '请求过于频繁（429）',
    remedy: '请稍候；有许多任务共用这个出口地址。使用缓存或自建镜像可减轻压力。',
    actor: 'wait',
  },
  'http-4xx': {
    words: '请求被拒绝',
    remedy: '请检查 URL；若 URL 无误，请联系镜像站。',
    actor: 'workflow',
  },
  'http-5xx': {
    words: '服务器出错',
    remedy: '镜像站自身故障，通常稍后即可恢复。',
    actor: 'wait',
  },
  'http-other': {
    words: '应答出乎意料',
    remedy: '请确认该 URL 是 Python 软件包索引。',
    actor: 'workflow',
  },
  'blocked-user-agent': {
    words: 'pip 被拦截，其他客户端正常',
    remedy: '对方的过滤规则针对 pip 的 User-Agent。请把这里引用的原文发给镜像站。',
    actor: 'operator',
  },
  'not-an-index': {
    words: '应答不是软件包索引',
    remedy: '请检查 URL 的路径。上网认证页面（captive portal）也会造成这种现象。',
    actor: 'workflow',
  },
  'invalid-response': {
    words: '应答不符合 HTTP 规范',
    remedy: '服务器或中间设备有故障。',
    actor: 'operator',
  },
  truncated: {
    words: '应答中途截断',
    remedy: '服务器或中间设备切断了连接。若持续出现，请告知镜像站。',
    actor: 'operator',
  },
  'redirect-loop': {
    words: '重定向形成循环',
    remedy: '镜像站配置有误；若有其他地址，请改用。',
    actor: 'operator',
  },
  'insecure-redirect': {
    words: '从 https 跳转到明文 http',
    remedy: '途中任何人都可能篡改软件包。镜像站应跳转到 https。',
    actor: 'operator',
  },
  'insecure-file-link': {
    words: '文件链接是明文 http',
    remedy: '途中任何人都可能篡改软件包。索引中的链接应使用 https。',
    actor: 'operator',
  },
  'file-unavailable': {
    words: '列出的文件无法下载',
    remedy: '请改用其他镜像：它不完整，或禁止本网络下载。',
    actor: 'workflow',
  },
  'metadata-missing': {
    words: '声明了元数据却不提供',
    remedy: 'pip 会因此中止。镜像站应提供元数据文件，或不再声明。',
    actor: 'operator',
  },
  'hash-mismatch': {
    words: '文件与原始文件不一致',
    remedy: '请勿使用，并告知镜像站：文件可能已损坏或被伪造。',
    actor: 'workflow',
  },
  stale: {
    words: '远远落后于 PyPI',
    remedy: '同步延迟或已停止。',
    actor: 'operator',
  },
  'missing-requirement': {
    words: '缺少本任务要安装的软件包',
    remedy: '请改用其他镜像，或让 `fallback` 保持 `auto`。',
    actor: 'workflow',
  },
  'auth-required': {
    words: '需要登录',
    remedy: '请把用户名和密码作为 secret 写入 URL，或写入 .netrc。',
    actor: 'workflow',
  },
  'plain-http': {
    words: '是明文 http',
    remedy: '请改用 https 地址；若愿意承担风险，可把主机写入 `trusted-hosts`。',
    actor: 'workflow',
  },
  'not-allowed': {
    words: '当前策略不允许使用',
    remedy: '请更换 `policy`，或从 `mirrors` 中移除。',
    actor: 'workflow',
  },
  'pip-refused': {
    words: 'pip 实际下载失败',
    remedy: '请看这里引用的 pip 原文。已改试下一个镜像。',
    actor: 'workflow',
  },
};
