/** English: why a mirror is not usable, what to do, and who does it. */
import type { Catalogue } from '../catalogue.ts';

export const reasons: Catalogue['reasons'] = {
  'certificate-expired': {
    words: 'certificate has expired',
    remedy: 'Renew it, and load the new one on every node.',
    actor: 'operator',
  },
  'certificate-not-yet-valid': {
    words: 'certificate is not valid yet',
    remedy: 'Check the clock of this machine first; if it is right, the server has the wrong certificate.',
    actor: 'workflow',
  },
  'certificate-hostname-mismatch': {
    words: 'certificate is for another host name',
    remedy: 'Check the URL. If it is right, its operator has to present a certificate with this name.',
    actor: 'workflow',
  },
  'certificate-self-signed': {
    words: 'certificate is self-signed',
    remedy: 'If the server is your own, give its CA as `ca-bundle`. Otherwise do not trust it.',
    actor: 'workflow',
  },
  'certificate-untrusted-issuer': {
    words: 'certificate comes from an issuer that pip does not trust',
    remedy: 'If the issuer is your own CA, give it as `ca-bundle`. Otherwise somebody may be reading along.',
    actor: 'workflow',
  },
  'certificate-incomplete-chain': {
    words: 'server does not send its intermediate certificate',
    remedy: 'Configure the full chain (“fullchain.pem”). Browsers hide this fault, pip does not.',
    actor: 'operator',
  },
  'certificate-revoked': {
    words: 'certificate was revoked',
    remedy: 'Replace it at once: its key may be in other hands.',
    actor: 'operator',
  },
  'certificate-weak': {
    words: 'certificate’s key or signature is too weak for pip',
    remedy: 'Issue a new one: RSA with 2048 bits or more, or EC, signed with SHA-256.',
    actor: 'operator',
  },
  'certificate-invalid': {
    words: 'certificate breaks a rule that pip checks',
    remedy: 'Issue a new one; key usage, name limits or the chain are wrong. The report has the details.',
    actor: 'operator',
  },
  'certificate-handshake-failed': {
    words: 'no secure connection came about',
    remedy: 'Check that the port speaks TLS 1.2 or 1.3 and that no device in between breaks it.',
    actor: 'operator',
  },
  'certificate-none': {
    words: 'has no certificate (plain http)',
    remedy: 'Use its https address, or list the host in `trusted-hosts` if you accept the danger.',
    actor: 'workflow',
  },
  'dns-failure': {
    words: 'host name does not resolve',
    remedy: 'Check the spelling and the DNS of this runner.',
    actor: 'workflow',
  },
  'connection-refused': {
    words: 'connection refused',
    remedy: 'The server is down or a firewall says no. Check the port and the network’s rules.',
    actor: 'network',
  },
  'connection-reset': {
    words: 'connection was cut',
    remedy: 'A firewall or an overloaded server. If it stays, ask your network team.',
    actor: 'network',
  },
  timeout: {
    words: 'no answer in time',
    remedy: 'Far away, overloaded or filtered. Drop it from `mirrors`, or raise `timeout` if it is merely slow.',
    actor: 'workflow',
  },
  'http-403': {
    words: 'access denied (403)',
    remedy: 'May have blocked this network. Send them the words quoted here, or use another mirror.',
    actor: 'operator',
  },
  'http-404': {
    words: 'no such index (404)',
    remedy: 'Check the path of the URL; most end in /simple/.',
    actor: 'workflow',
  },
  'http-407': {
    words: 'the proxy wants a login (407)',
    remedy: 'Put the proxy’s user and password into HTTPS_PROXY as a secret.',
    actor: 'workflow',
  },
  'http-429': {
    words: 'too many requests (429)',
    remedy: 'Wait; many jobs share this address. A cache or an own mirror takes the load off.',
    actor: 'wait',
  },
  'http-4xx': {
    words: 'request refused',
    remedy: 'Check the URL. If it is right, ask the operator.',
    actor: 'workflow',
  },
  'http-5xx': {
    words: 'server error',
    remedy: 'The mirror has a fault of its own. It usually passes.',
    actor: 'wait',
  },
  'http-other': {
    words: 'unexpected answer',
    remedy: 'Check that the URL is a Python package index.',
    actor: 'workflow',
  },
  'blocked-user-agent': {
    words: 'pip is blocked, other clients are not',
    remedy: 'Has a filter that judges clients by their name. Send them the words quoted here.',
    actor: 'operator',
  },
  'not-an-index': {
    words: 'answer is not a package index',
    remedy: 'Check the path of the URL. A login page of the network (captive portal) looks like this too.',
    actor: 'workflow',
  },
  'invalid-response': {
    words: 'answer breaks the rules of HTTP',
    remedy: 'The server or a device in between is faulty.',
    actor: 'operator',
  },
  truncated: {
    words: 'answer ends in the middle',
    remedy: 'The server or a device in between cuts connections. If it stays, tell the operator.',
    actor: 'operator',
  },
  'redirect-loop': {
    words: 'redirects go round in a circle',
    remedy: 'The mirror’s configuration is wrong; use another address of it, if there is one.',
    actor: 'operator',
  },
  'insecure-redirect': {
    words: 'leads from https to plain http',
    remedy: 'Anybody on the way could change packages. The mirror must redirect to https.',
    actor: 'operator',
  },
  'insecure-file-link': {
    words: 'lists files at plain http addresses',
    remedy: 'Anybody on the way could change packages. The index must link to https.',
    actor: 'operator',
  },
  'file-unavailable': {
    words: 'lists files that it does not serve',
    remedy: 'Use another mirror: this one is incomplete, or blocks downloads from this network.',
    actor: 'workflow',
  },
  'metadata-missing': {
    words: 'promises metadata that it does not serve',
    remedy: 'pip stops on this. The mirror must serve the files or stop promising them.',
    actor: 'operator',
  },
  'hash-mismatch': {
    words: 'files differ from the original',
    remedy: 'Do not use it, and tell its operator: packages may be damaged or forged.',
    actor: 'workflow',
  },
  stale: {
    words: 'is too far behind PyPI',
    remedy: 'Its synchronisation is late or has stopped.',
    actor: 'operator',
  },
  'missing-requirement': {
    words: 'lacks something that this job installs',
    remedy: 'Use another mirror or leave `fallback` at `auto`.',
    actor: 'workflow',
  },
  'auth-required': {
    words: 'wants a login',
    remedy: 'Put user and password into the URL as secrets, or into .netrc.',
    actor: 'workflow',
  },
  'plain-http': {
    words: 'is plain http',
    remedy: 'Use its https address, or list the host in `trusted-hosts` if you accept the danger.',
    actor: 'workflow',
  },
  'not-allowed': {
    words: 'is not allowed by the policy',
    remedy: 'Choose another `policy`, or leave it out of `mirrors`.',
    actor: 'workflow',
  },
  'pip-refused': {
    words: 'pip itself could not download from it',
    remedy: 'See pip’s own words, quoted here. The next mirror was tried.',
    actor: 'workflow',
  },
};
