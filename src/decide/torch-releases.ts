/**
 * PyTorch's releases, as data: a new release is one row.
 * ROCm and XPU tags are not in the table: there the index page alone decides.
 */

export interface TorchRelease {
  readonly torch: string;
  /** CUDA tags of its wheels for Linux and Windows, ascending; every release also has 'cpu'. */
  readonly cuda: readonly string[];
  readonly torchvision: string;
  readonly torchaudio: string;
}

function release(torch: string, cuda: string, torchvision: string, torchaudio: string): TorchRelease {
  return { torch, cuda: cuda.split(' '), torchvision, torchaudio };
}

/** Newest first. From 2.11 on torchaudio is built on the stable ABI: its 2.11.0 belongs to every later torch. */
export const TORCH_RELEASES: readonly TorchRelease[] = [
  release('2.13.0', 'cu126 cu130 cu132', '0.28.0', '2.11.0'),
  release('2.12.1', 'cu126 cu130 cu132', '0.27.1', '2.11.0'),
  release('2.12.0', 'cu126 cu130 cu132', '0.27.0', '2.11.0'),
  release('2.11.0', 'cu126 cu128 cu130', '0.26.0', '2.11.0'),
  release('2.10.0', 'cu126 cu128 cu130', '0.25.0', '2.10.0'),
  release('2.9.1', 'cu126 cu128 cu130', '0.24.1', '2.9.1'),
  release('2.9.0', 'cu126 cu128 cu130', '0.24.0', '2.9.0'),
  release('2.8.0', 'cu126 cu128 cu129', '0.23.0', '2.8.0'),
  release('2.7.1', 'cu118 cu126 cu128', '0.22.1', '2.7.1'),
  release('2.7.0', 'cu118 cu126 cu128', '0.22.0', '2.7.0'),
  release('2.6.0', 'cu118 cu124 cu126', '0.21.0', '2.6.0'),
  release('2.5.1', 'cu118 cu121 cu124', '0.20.1', '2.5.1'),
  release('2.5.0', 'cu118 cu121 cu124', '0.20.0', '2.5.0'),
  release('2.4.1', 'cu118 cu121 cu124', '0.19.1', '2.4.1'),
  release('2.4.0', 'cu118 cu121 cu124', '0.19.0', '2.4.0'),
  release('2.3.1', 'cu118 cu121', '0.18.1', '2.3.1'),
  release('2.3.0', 'cu118 cu121', '0.18.0', '2.3.0'),
  release('2.2.2', 'cu118 cu121', '0.17.2', '2.2.2'),
  release('2.2.1', 'cu118 cu121', '0.17.1', '2.2.1'),
  release('2.2.0', 'cu118 cu121', '0.17.0', '2.2.0'),
  release('2.1.2', 'cu118 cu121', '0.16.2', '2.1.2'),
  release('2.1.1', 'cu118 cu121', '0.16.1', '2.1.1'),
  release('2.1.0', 'cu118 cu121', '0.16.0', '2.1.0'),
  release('2.0.1', 'cu117 cu118', '0.15.2', '2.0.2'),
  release('2.0.0', 'cu117 cu118', '0.15.1', '2.0.1'),
  release('1.13.1', 'cu116 cu117', '0.14.1', '0.13.1'),
  release('1.13.0', 'cu116 cu117', '0.14.0', '0.13.0'),
];

/** Every CUDA tag that any release had, ascending by CUDA version. */
export function knownCudaTags(): string[] {
  const tags = new Set(TORCH_RELEASES.flatMap((row) => row.cuda));
  return [...tags].sort((a, b) => cudaNumber(a) - cudaNumber(b));
}

/** 'cu128' → 12.8, so that tags can be compared. */
export function cudaNumber(tag: string): number {
  const digits = tag.slice('cu'.length);
  return Number(digits.slice(0, -1)) + Number(digits.slice(-1)) / 10;
}
