/** Values that end a badly quoted command early, or make it do something else. */
export const HOSTILE_VALUES: readonly string[] = [
  '',
  ' two  words ',
  `a'b"c`,
  `'; touch x; '`,
  '$(touch x)`touch x`$HOME%PATH%!!',
  'back\\slash\\',
  "\\'",
  "\\\\'\\",
  '\u2018curly\u2019\u201aquotes\u201b\u201cand\u201d',
  '~ *? [a] {b,c} (d) <e >f |g &h ;i #j ^k @l =m',
  'tab\tand\u00a0space \u2028',
  'https://joe:s3cr%2Fet%27@index.test/simple/',
  '密码 é 🐍',
  '`n`t`0',
  "'''''",
];
