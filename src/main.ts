import { runMode } from './run/run-mode.ts';
import { runStep } from './run/step.ts';
import { tellBug } from './run/tell-bug.ts';

await runStep(runMode, tellBug);
