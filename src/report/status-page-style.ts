/** The status page's look: light and dark, from 320 px up, contrast of at least 4.5 for every text. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1f2328;--soft:#57606a;--line:#d0d7de;--valid:#1a7f37;--expiring:#9a6700;--refused:#cf222e;--unreachable:#6e7781;--absent:#afb8c1}
@media(prefers-color-scheme:dark){:root{--paper:#0d1117;--ink:#e6edf3;--soft:#9198a1;--line:#30363d;--valid:#3fb950;--expiring:#d29922;--refused:#ff7b72;--unreachable:#848d97;--absent:#484f58}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin:0 0 .5rem}
h2{font-size:1rem;margin:0}
p{margin:0}
header p{color:var(--soft)}
header .sum{color:var(--ink);font-weight:600}
ol,ul{list-style:none;margin:1rem 0;padding:0}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.875rem}
.cell{display:inline-block;width:.75rem;height:.75rem;margin-right:.375rem;background:currentColor}
.mirror{display:grid;grid-template-columns:1fr;gap:.125rem 1rem;padding:.75rem 0 .75rem .75rem;border-top:1px solid var(--line);border-left:4px solid var(--edge)}
.url{color:var(--soft);font-size:.875rem}
.state{font-weight:600;color:var(--edge)}
.left{font-size:.875rem}
svg{display:block;max-width:100%;margin-top:.25rem}
.mirror.valid{--edge:var(--valid)}.mirror.expiring{--edge:var(--expiring)}.mirror.refused{--edge:var(--refused)}.mirror.unreachable,.mirror.absent{--edge:var(--unreachable)}
.cell.valid{color:var(--valid)}.cell.expiring{color:var(--expiring)}.cell.refused{color:var(--refused)}.cell.unreachable{color:var(--unreachable)}.cell.absent{color:var(--absent)}
rect.valid{fill:var(--valid)}rect.expiring{fill:var(--expiring)}rect.refused{fill:var(--refused)}rect.unreachable{fill:var(--unreachable)}rect.absent{fill:var(--absent)}
.mark{stroke:var(--paper);stroke-width:2}
@media(min-width:48rem){.mirror{grid-template-columns:minmax(12rem,2fr) minmax(9rem,1fr) minmax(10rem,24rem);align-items:center}.url{grid-row:2}.state{grid-row:1}.left{grid-row:2}svg{grid-row:1/3;grid-column:3}}
`.replaceAll('\n', '');
