/** The choice of a mirror with everything that is looked into beside it: PyTorch's indexes, second indexes. */
import type { Outcome } from '../model/outcome.ts';
import type { Plan } from '../model/plan.ts';
import type { Environment } from './prepare.ts';
import { choosePytorch, type PytorchChoice } from './pytorch.ts';
import { askSecondIndexes, type SecondIndexes } from './second-indexes.ts';
import { select } from './select.ts';

/** `mode: select` as a whole; variables for later steps are written when it resolves. */
export async function choose(plan: Plan, env: Environment, startedAt: number): Promise<Outcome> {
  const looking: { pytorch?: Promise<PytorchChoice>; second?: SecondIndexes } = {};
  try {
    const outcome = await select(plan, env, startedAt, (prepared) => {
      looking.pytorch = choosePytorch(plan, env, prepared);
      looking.second = askSecondIndexes(plan, env, prepared);
    });
    const [torch, beside] = await Promise.all([looking.pytorch, looking.second?.notices(outcome.decision)]);
    return {
      ...outcome,
      durationMs: Date.now() - startedAt,
      ...(torch?.indexUrl == null ? {} : { pytorchIndexUrl: torch.indexUrl }),
      notices: [...outcome.notices, ...(torch?.notices ?? []), ...(beside ?? [])],
    };
  } finally {
    looking.second?.close();
    // Whatever stops the choice, no question is left behind.
    await looking.pytorch;
  }
}
