import { runPost } from './run/post.ts';
import { runStep } from './run/step.ts';
import { tellBug } from './run/tell-bug.ts';

await runStep(runPost, tellBug);
