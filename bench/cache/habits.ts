/** What people keep of a job, and under which key. */

export interface Habit {
  readonly name: string;
  /** The step keeps it; otherwise `keys` are used as actions/cache uses them, for pip's cache directory. */
  readonly ours: boolean;
  /** null: nothing is kept. The first is the key, the others are restore keys. */
  readonly keys: ((job: { readonly requirements: string }) => readonly string[]) | null;
}

export const HABITS: readonly Habit[] = [
  { name: 'nothing', ours: false, keys: null },
  {
    // What setup-python's pip cache makes of an ubuntu-24.04 runner; see cache-distributions/pip-cache.ts there.
    name: 'setup-python’s key',
    ours: false,
    keys: ({ requirements }) => {
      const prefix = 'setup-python-Linux-x64-24.04-Ubuntu-python-3.12.4-pip';
      return [`${prefix}-${requirements}`, prefix];
    },
  },
  { name: 'pip’s cache directory, one key', ours: false, keys: () => ['pip-cache'] },
  { name: 'pip-mirror-select', ours: true, keys: null },
];
