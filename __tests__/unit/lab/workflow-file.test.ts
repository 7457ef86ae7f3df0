/** The lab reads a step's words as the runner does: a step that writes them wrongly must not pass. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCommands, parseFileCommand } from '../../lab/workflow-file.ts';

describe('workflow files', () => {
  it('reads both forms, and the later value wins', () => {
    const content = 'a=1\nb<<end_x\nline = 1\n<<\n\nend_x\na=2=3\nc=x<<y\n';
    assert.deepEqual(parseFileCommand(content), { a: '2=3', b: 'line = 1\n<<\n', c: 'x<<y' });
  });

  it('refuses what the runner refuses', () => {
    assert.throws(() => parseFileCommand('just words\n'));
    assert.throws(() => parseFileCommand('a<<end\nnever ended\n'));
    assert.throws(() => parseFileCommand('=value\n'));
  });

  it('finds commands only at the start of a line, and unescapes them', () => {
    assert.deepEqual(parseCommands('no ::error::x\n::error title=a%2Cb%3A,line=3::one%0Atwo%25\n::endgroup::'), [
      { name: 'error', properties: { title: 'a,b:', line: '3' }, message: 'one\ntwo%' },
      { name: 'endgroup', properties: {}, message: '' },
    ]);
  });
});
