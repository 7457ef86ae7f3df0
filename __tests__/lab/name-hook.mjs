/**
 * Makes this process resolve the lab's names, and no other name: nothing leaves the machine by accident.
 * Loaded by `node --import`; the names are read from the file in LAB_NAMES_FILE at each look-up, so that new ones count.
 */
import dns from 'node:dns';
import { readFileSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';

const systemLookup = dns.lookup;

let read = { stamp: '', names: {} };

/** Read anew only when the file has changed: it is replaced as a whole, so its inode tells. */
function namesIn(file) {
  const { ino, mtimeMs } = statSync(file);
  const stamp = `${ino} ${mtimeMs}`;
  if (stamp !== read.stamp) read = { stamp, names: JSON.parse(readFileSync(file, 'utf8')) };
  return read.names;
}

const error = (code, name) =>
  Object.assign(new Error(`getaddrinfo ${code} ${name}`), {
    code,
    errno: -3008,
    syscall: 'getaddrinfo',
    hostname: name,
  });

function lookup(name, options, callback) {
  const done = typeof options === 'function' ? options : callback;
  const wish =
    typeof options === 'number' ? { family: options } : typeof options === 'object' && options !== null ? options : {};
  const file = process.env.LAB_NAMES_FILE;
  if (file === undefined || !name || isIP(name)) return systemLookup(name, options, callback);
  const known = namesIn(file)[name.toLowerCase()];
  const { addresses = [], delayMs = 0, error: code = 'ENOTFOUND' } = known ?? {};
  const family = Number(String(wish.family ?? 0).replace('IPv', ''));
  const found = addresses
    .map((address) => ({ address, family: isIP(address) }))
    .filter((entry) => family === 0 || entry.family === family);
  setTimeout(() => {
    const [first] = found;
    if (first === undefined) done(error(code, name));
    else if (wish.all) done(null, found);
    else done(null, first.address, first.family);
  }, delayMs);
}

const lookupPromise = (name, options = {}) =>
  new Promise((resolve, reject) => {
    lookup(name, options, (failure, address, family) => {
      if (failure) reject(failure);
      else resolve(options.all ? address : { address, family });
    });
  });

dns.lookup = lookup;
dns.promises.lookup = lookupPromise;
syncBuiltinESMExports();
