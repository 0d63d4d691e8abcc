/** CSS of the report: light and dark, from a phone to a large screen, and on paper. */
export const pageStyle = `
:root{color-scheme:light dark;--text:#1d2328;--soft:#55606a;--line:#d5dbe0;--page:#fff;--chart:#eef1f4;
--done:#0f766e;--failed:#d97706;--ran:#7c3aed;--unknown:#be123c}
@media (prefers-color-scheme:dark){:root{--text:#e8ecef;--soft:#a3adb6;--line:#39434c;--page:#14181c;--chart:#20272d;
--done:#2dd4bf;--failed:#fbbf24;--ran:#a78bfa;--unknown:#fb7185}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--page);max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .3rem}h2{font-size:1.15rem;margin:2.2rem 0 .6rem}
p{margin:.3rem 0}.soft{color:var(--soft)}code{font-size:.9em;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:1.2rem 0 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);border-top:.3rem solid var(--line);border-radius:.3rem;padding:.5rem .7rem}
.tiles b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums}
.tiles .done{border-top-color:var(--done)}.tiles .failed{border-top-color:var(--failed)}
.tiles .ran{border-top-color:var(--ran)}.tiles .unknown{border-top-color:var(--unknown)}
figure{margin:0}.plot{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:.5rem}
.scale{display:flex;flex-direction:column;justify-content:space-between;text-align:right;font-size:.8rem;color:var(--soft);
font-variant-numeric:tabular-nums;margin:1.1rem 0 -.6rem}
.picture{position:relative;padding-top:1.7rem}.picture svg{display:block;width:100%;height:clamp(11rem,40vw,20rem);background:var(--chart)}
.number{position:absolute;top:0;transform:translateX(-50%);min-width:1.4rem;padding:0 .3rem;border-radius:.7rem;font-size:.8rem;
text-align:center;color:var(--page);background:var(--soft)}.number.died{background:var(--text)}
.axis{grid-column:2;display:flex;justify-content:space-between;gap:1rem;font-size:.8rem;color:var(--soft);padding-top:.3rem}.axis time:last-child{text-align:right}
polygon.done,i.done{fill:var(--done);background:var(--done)}polygon.failed,i.failed{fill:var(--failed);background:var(--failed)}
polygon.ran,i.ran{fill:var(--ran);background:var(--ran)}polygon.unknown,i.unknown{fill:var(--unknown);background:var(--unknown)}
i.pending{background:var(--chart);border:1px solid var(--line)}
line{vector-effect:non-scaling-stroke}.grid{stroke:var(--line);stroke-width:1}.mark{stroke:var(--text);stroke-width:1.5;stroke-dasharray:5 4}
.mark.break{stroke:var(--soft);stroke-dasharray:1 4}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.9rem;margin-top:.8rem}.key i{display:inline-block;width:.9em;height:.9em;margin-right:.4em;border-radius:.15em}
ol{margin:.6rem 0 0;padding-left:1.6rem;font-size:.9rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
td:last-child{overflow-wrap:anywhere}.n{text-align:right;font-variant-numeric:tabular-nums}td time{white-space:nowrap}
@media (max-width:32rem){td time{display:block;width:5.6rem;white-space:normal}}
@media print{body{max-width:none;padding:0}}`;
