import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSummary } from '../../../src/report/summary.ts';
import { badCertificate, healthy, outcome } from './outcome-builder.ts';

test('the summary names the chosen mirror, its reason and every mirror', () => {
  const text = renderSummary(outcome([healthy('aliyun'), healthy('pypi'), badCertificate('tuna', ['expired'], -3)]));
  assert.match(text, /pip installs from <b>aliyun<\/b>/);
  assert.match(text, /900 ms expected for this job’s install/);
  for (const name of ['aliyun', 'pypi', 'tuna']) assert.match(text, new RegExp(`^\\| <b>${name}</b> \\|`, 'm'));
});
