/**
 * `npm run bench:many`: hundreds of candidates at once. Time and memory of the bundled step, sockets open at a time,
 * and what the mirrors were asked for. Ends with 1 where politeness was broken.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { startLab } from '../__tests__/lab/lab.ts';
import { runAction } from '../__tests__/lab/run-action.ts';
import { mebibytes, seconds } from './select/figures.ts';

const COUNTS = [50, 100, 200, 500];
const MIRRORS = 10;
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_REQUESTS = 6;
const LOOK_EVERY_MS = 20;

const lab = await startLab();
try {
  const mirrors = await Promise.all(
    Array.from({ length: MIRRORS }, (_, index) =>
      lab.mirror({
        host: `shared${index}.many.test`,
        certificate: { names: ['*.many.test'] },
        link: { rttMs: 10 + 10 * index, bytesPerSecond: 20e6 },
      }),
    ),
  );
  for (const count of COUNTS) {
    const given = Array.from({ length: count }, (_, index) => {
      const mirror = mirrors[index % MIRRORS] as (typeof mirrors)[number];
      const host = `c${index}.many.test`;
      lab.names.add(host, mirror.address);
      return `c${index}=https://${host}:${mirror.port}/simple/`;
    });
    for (const mirror of mirrors) mirror.clearLog();
    let watched = { sockets: 0, memory: 0 };
    let timer: NodeJS.Timeout | undefined;
    const ran = await runAction({
      env: lab.environment(),
      entry: 'bundle',
      inputs: { mirrors: given.join('\n'), confirm: 'false', cache: 'off', 'reuse-minutes': '0' },
      onStart: (pid) => {
        timer = setInterval(() => {
          watched = atMost(watched, look(pid));
        }, LOOK_EVERY_MS);
      },
    });
    clearInterval(timer);
    const requests = new Map<string, number>();
    for (const { headers } of mirrors.flatMap((mirror) => mirror.requests)) {
      requests.set(headers.host ?? '', (requests.get(headers.host ?? '') ?? 0) + 1);
    }
    const bytes = mirrors.flatMap((mirror) => mirror.requests).reduce((sum, { bytesSent }) => sum + bytesSent, 0);
    const most = Math.max(...requests.values());
    console.log(
      `${count} candidates: ${seconds(ran.durationMs)}, ${mebibytes(watched.memory)} of memory, ${watched.sockets} sockets ` +
        `at a time; ${mebibytes(bytes)} of bodies, ${requests.size} asked, at most ${most} requests each`,
    );
    if (ran.exitCode !== 0 || bytes > MOST_BYTES || most > MOST_REQUESTS) process.exitCode = 1;
  }
} finally {
  await lab.close();
}

type Watched = { readonly sockets: number; readonly memory: number };

function atMost(a: Watched, b: Watched): Watched {
  return { sockets: Math.max(a.sockets, b.sockets), memory: Math.max(a.memory, b.memory) };
}

/** Linux tells under /proc; elsewhere nothing is known. */
function look(pid: number): Watched {
  try {
    const fds = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { sockets: fds.filter((to) => to.startsWith('socket:')).length, memory: Number(peak ?? 0) * 1024 };
  } catch {
    return { sockets: 0, memory: 0 };
  }
}
