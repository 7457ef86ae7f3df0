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
    const outcome = await select(plan, env, startedAt, {
      prepared: (prepared) => {
        looking.pytorch = choosePytorch(plan, env, prepared);
        looking.second = askSecondIndexes(plan, env, prepared);
      },
      opened: (field) => looking.second?.ask(field),
      settled: async (decision, field) => (await looking.second?.notices(decision, field)) ?? [],
    });
    const torch = await looking.pytorch;
    return {
      ...outcome,
      durationMs: Date.now() - startedAt,
      ...(torch?.indexUrl == null ? {} : { pytorchIndexUrl: torch.indexUrl }),
      notices: [...outcome.notices, ...(torch?.notices ?? [])],
    };
  } finally {
    looking.second?.close();
    // Whatever stops the choice, no question is left behind.
    await looking.pytorch;
  }
}
