/** Text from a mirror is shown as text: it is no markup, no command, no trick with directions, no secret. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  cut,
  displayWidth,
  inCode,
  inText,
  logText,
  mermaidLabel,
  pad,
  shellWord,
  shown,
} from '../../../src/report/escape.ts';
import { hostileText, runnerCommand } from './hostile-text.ts';

const decode = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

test('visible text is one line without invisible marks, and never longer than asked', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 1, max: 80 }), (text, max) => {
      const result = shown(text, max);
      assert.ok(Array.from(result).length <= max);
      assert.doesNotMatch(result, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\n]/u);
    }),
  );
});

test('bidi marks, controls and lone surrogates are spelt out', () => {
  assert.equal(shown('a\u202eb\u0007c\ud800d\u2066'), 'a\\u{202e}b\\u{7}c\\u{d800}d\\u{2066}');
});

test('an emoji that the cut would split stays whole', () => {
  assert.equal(cut('😀😀😀', 2), '😀…');
  assert.equal(shown(`${'😀'.repeat(300)}`, 3), '😀😀…');
});

test('user and password of a URL never show, however long they are', () => {
  assert.equal(shown('see https://me:secret@host/x'), 'see https://***@host/x');
  assert.doesNotMatch(shown(`https://me:${'secret'.repeat(500)}@host/`, 40), /secret/);
  assert.doesNotMatch(shown('//a:secret@b//c:secret@d'), /secret/);
});

test('a megabyte of hostile text is cut, whatever it repeats', { timeout: 60_000 }, () => {
  for (const unit of ['//', '@', '//a', '\u202e', '::', '##[', 'e\u0301\u0301']) {
    const text = unit.repeat(1_000_000 / unit.length);
    for (const made of [inCode(text), inText(text), logText(text), mermaidLabel(text)]) assert.ok(made.length < 5000);
  }
});

test('no character of hostile text is left that Markdown or HTML could read as syntax', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const code = inCode(text);
      const inner = code === '' ? '' : (/^<code>(.*)<\/code>$/s.exec(code)?.[1] ?? assert.fail('not wrapped'));
      for (const escaped of [inner, inText(text)]) {
        assert.match(escaped.replace(/&#\d+;/g, ''), /^(?:[A-Za-z0-9 .-]|\P{ASCII})*$/u);
      }
      for (const escaped of [inner, inText(text)]) assert.equal(decode(escaped).replaceAll('\u2060', ''), shown(text));
    }),
  );
});

test('running text cannot mention a person, an issue, an emoji or a bare link', () => {
  const text = inText('@octocat #12 GH-7 :tada: www.evil.org https://evil.org me@evil.org');
  assert.doesNotMatch(decode(text), /@octocat|#12|GH-7|:tada|:\/\/|@evil/);
  assert.doesNotMatch(text, /www\./);
});

test('code cannot become a link, which GitHub makes of addresses even there', () => {
  assert.equal(inCode('www.evil.org me@evil.org'), '<code>www&#46;evil.org me&#64;\u2060evil.org</code>');
  assert.equal(decode(inCode('https://***@host/')), '<code>https://***@host/</code>');
});

test('no hostile text becomes a command of the runner, alone or glued to other text', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      for (const line of [logText(a), `${logText(a)}  ${logText(b)}`, `[ok]  ${logText(a)}`]) {
        assert.equal(runnerCommand(line), null, line);
      }
    }),
  );
});

test('known commands are made harmless and addresses stay readable', () => {
  assert.equal(logText('::set-env name=A::b'), ':\\u{3a}set-env name=A::b');
  assert.equal(logText('x ::add-mask::y'), 'x :\\u{3a}add-mask::y');
  assert.equal(logText('a ##[group]b ##vso[x]'), 'a \\u{23}#[group]b \\u{23}#vso[x]');
  assert.equal(logText('2001:db8::1 and [::1]:443'), '2001:db8::1 and [::1]:443');
});

test('a Mermaid label has no mark that the diagram language knows, and is never empty', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const label = mermaidLabel(text, 18);
      assert.match(label, /^[\p{L}\p{M}\p{N} ._()…+-]{1,36}$/u);
      assert.ok(Array.from(label).length <= 18);
    }),
  );
});

test('a shell reads each quoted word back as it was', () => {
  const words = fc
    .sample(hostileText, 200)
    .map((text) => text.replaceAll('\0', '').toWellFormed())
    .concat(["it's", '', '-rf', '$(id)', '`id`', 'a b', '~', '*', '#x', 'a\nb', '!x', '\\']);
  const script = `printf '%s\\0' ${words.map((word) => shellWord(word) || "''").join(' ')}`;
  const output = execFileSync('sh', ['-c', script], { env: { PATH: process.env.PATH ?? '' }, encoding: 'utf8' });
  assert.deepEqual(output.split('\0').slice(0, -1), words);
});

test('columns of a terminal count wide characters twice and marks not at all', () => {
  assert.equal(displayWidth('镜像 ok'), 7);
  assert.equal(displayWidth('e\u0301'), 1);
  assert.equal(pad('镜像', 6), '镜像  ');
  assert.equal(pad('7', 3, 'start'), '  7');
});
