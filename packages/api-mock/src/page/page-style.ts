/** The page's colours and layout, light and dark, from a phone's width on. */
export const pageStyle = `
:root { color-scheme: light dark; --text: #1b1b1f; --soft: #5a5a63; --page: #fff; --block: #f4f4f6; --line: #d6d6dc; --bad: #a3000b; --good: #17692f; --link: #2447a8 }
@media (prefers-color-scheme: dark) { :root { --text: #e6e6ea; --soft: #a9a9b3; --page: #17171b; --block: #232329; --line: #3d3d46; --bad: #ff9a9a; --good: #85d69d; --link: #a8b8ff } }
* { box-sizing: border-box }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; color: var(--text); background: var(--page); overflow-wrap: anywhere }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem; margin: 1rem 0 .25rem }
a { color: var(--link) } button, select, input { font: inherit; max-width: 100%; padding: .25rem .5rem }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0 } label { display: flex; flex-wrap: wrap; gap: .25rem; align-items: center }
pre { overflow-x: auto; background: var(--block); padding: .5rem; margin: .25rem 0; font-size: .875rem; overflow-wrap: normal; max-height: 30rem }
.broken { color: var(--bad) } .good { color: var(--good) } .soft { color: var(--soft) } .state { font-weight: 600 }
details { border: 1px solid var(--line); border-radius: .375rem; margin: .375rem 0; padding: 0 .75rem }
summary::before { content: "▸"; color: var(--soft) } details[open] > summary::before { content: "▾" }
summary { display: flex; flex-wrap: wrap; gap: .125rem .75rem; align-items: baseline; padding: .375rem 0; cursor: pointer }
summary .path { flex: 1 1 14rem; font-family: ui-monospace, monospace; font-size: .9375rem } .notes { padding: 0 0 .375rem; margin: 0; list-style: none }
dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0 .75rem; margin: .25rem 0; font-size: .875rem } dt { color: var(--soft) } dd { margin: 0 }
.copied { display: flex; flex-direction: row-reverse; gap: .5rem; align-items: flex-start } .copied pre { flex: 1; min-width: 0 } .copied button { margin-top: .25rem }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr } dd { margin: 0 0 .25rem } }`;
