/** Reads what a step wrote for its runner: file commands (`name=value`, `name<<end`) and commands on stdout. */

/** Values by name; a later one wins. Throws where the runner would call the file invalid. */
export function parseFileCommand(content: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]*?)<<(.+)$/.exec(line);
    if (heredoc !== null && !line.slice(0, line.indexOf('<<')).includes('=')) {
      const [, name = '', end = ''] = heredoc;
      const stop = lines.indexOf(end, at + 1);
      if (stop < 0) throw new Error(`no end ${end} for ${name}`);
      values[name] = lines.slice(at + 1, stop).join('\n');
      at = stop;
      continue;
    }
    const equals = line.indexOf('=');
    if (equals < 1) throw new Error(`neither name=value nor name<<end: ${line}`);
    values[line.slice(0, equals)] = line.slice(equals + 1);
  }
  return values;
}

export interface Command {
  /** 'error', 'warning', 'notice', 'group', 'add-mask' … */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/** Workflow commands as the runner finds them: at the start of a line. */
export function parseCommands(stdout: string): Command[] {
  return stdout.split(/\r?\n/).flatMap((line) => {
    const [, name, properties = '', message = ''] = /^\s*::([\w-]+)(?:\s+(.*?))?::(.*)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const pairs = properties
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), unescapeProperty(pair.slice(pair.indexOf('=') + 1))]);
    return [{ name, properties: Object.fromEntries(pairs) as Record<string, string>, message: unescapeData(message) }];
  });
}
