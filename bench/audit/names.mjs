/** Resolves 'host-<n>.test' to the loopback address of that host, at once: no resolver is measured. */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const system = dns.lookup;

dns.lookup = (name, options, done) => {
  const index = /^host-(\d+)\.test$/.exec(name)?.[1];
  if (index === undefined) return system(name, options, done);
  const found = { address: `127.1.${Number(index) >> 8}.${Number(index) & 255}`, family: 4 };
  process.nextTick(() => (options.all ? done(null, [found]) : done(null, found.address, found.family)));
};
syncBuiltinESMExports();
