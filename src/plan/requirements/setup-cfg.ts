/** setup.cfg: `install_requires` of setuptools. */
import type { Collection } from './collection.ts';
import type { FileSource } from './file-source.ts';
import { readRequirementsFile } from './requirements-file.ts';

/** @param path absolute, of the file that `text` came from. */
export async function readSetupCfg(
  text: string,
  path: string,
  files: FileSource,
  collection: Collection,
): Promise<void> {
  const file = files.nameOf(path);
  for (const { line, value } of installRequires(text)) {
    const list = /^file:\s*(.*)$/.exec(value)?.[1];
    if (list === undefined) collection.want(value, { file, line });
    else {
      for (const name of list.split(',')) {
        await readRequirementsFile(files.besides(path, name.trim()), false, files, collection);
      }
    }
  }
}

/** The lines of the key, as Python's configparser continues it: by indentation. */
function installRequires(text: string): readonly { line: number; value: string }[] {
  const values: { line: number; value: string }[] = [];
  let section = '';
  let reading = false;
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const line = index + 1;
    const value = withoutComment(raw).trim();
    if (value === '') return;
    if (/^\s/.test(raw)) {
      if (reading) values.push({ line, value });
      return;
    }
    section = /^\[([^\]]+)\]/.exec(raw)?.[1]?.trim() ?? section;
    const end = value.search(/[=:]/);
    const own = value.slice(end + 1).trim();
    reading = section === 'options' && end !== -1 && value.slice(0, end).trim() === 'install_requires';
    // Only behind the key itself does setuptools take ';' for an end.
    if (reading) values.push(...own.split(';').flatMap((part) => (part === '' ? [] : [{ line, value: part.trim() }])));
  });
  return values;
}

function withoutComment(line: string): string {
  return /^\s*[#;]/.test(line) ? '' : line.replace(/\s#.*$/, '');
}
