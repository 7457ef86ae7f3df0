#!/usr/bin/env node
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 22) {
  process.stderr.write(`pip-mirror-select needs Node.js 22.19 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  const { runCli } = await import('./cli/run-cli.ts');
  const { runStep } = await import('./run/step.ts');
  const { tellBug } = await import('./run/tell-bug.ts');
  await runStep(() => runCli(process.argv.slice(2)), tellBug);
}
