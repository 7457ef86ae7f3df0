#!/usr/bin/env node
import { isSupportedNode } from './cli/supported-node.ts';

// Everything else is loaded after this check: an older Node cannot even read it.
if (isSupportedNode(process.versions.node)) {
  const { runCli } = await import('./cli/run-cli.ts');
  const { runStep } = await import('./run/step.ts');
  const { tellBug } = await import('./run/tell-bug.ts');
  await runStep(() => runCli(process.argv.slice(2)), tellBug);
} else {
  process.stderr.write(`pip-mirror-select needs Node.js 22.19 or newer (not 23); this is ${process.versions.node}.\n`);
  process.exitCode = 2;
}
