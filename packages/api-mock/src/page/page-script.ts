/**
 * Updates requests and scenarios without a reload, which would clear the form and close open details. It polls once a
 * second while the page is visible. A stream would be a connection that delays the closing of the mock in tests.
 */
export const pageScript = `
const byId = (id, within = document) => within.getElementById(id);
const state = byId("state"), running = state.textContent;
let shown = {};
const keep = (list, fresh) => {
  const old = new Map([...list.children].map((row) => [row.id, row]));
  list.replaceChildren(...[...fresh.children].map((row) => {
    const before = old.get(row.id);
    if (before?.outerHTML.replace(/^<details([^>]*) open=""/, "<details$1") === row.outerHTML) return before;
    if (before?.open) row.open = true;
    return row;
  }));
};
const refresh = async () => {
  if (document.hidden) return;
  try {
    const text = await (await fetch("/", { headers: { Accept: "text/html" }, cache: "no-store" })).text();
    // Its style has another nonce, and is here already.
    const page = new DOMParser().parseFromString(text.replace(/<style[^]*?<\\/style>/, ""), "text/html");
    for (const id of ["count", "requests", "active"]) {
      const fresh = byId(id, page);
      if (shown[id] === fresh.innerHTML) continue;
      shown[id] = fresh.innerHTML;
      if (id === "requests") keep(byId(id), fresh); else byId(id).replaceWith(fresh);
    }
    state.textContent = running;
    state.className = "state good";
  } catch {
    state.textContent = "The mock has stopped. This page continues when it runs again at this address.";
    state.className = "state broken";
  }
};
setInterval(refresh, 1000);
document.addEventListener("visibilitychange", refresh);
document.addEventListener("click", async ({ target }) => {
  if (!target.matches("button[data-copy]")) return;
  const code = target.nextElementSibling;
  try {
    await navigator.clipboard.writeText(code.textContent);
    target.textContent = "Copied";
  } catch {
    // Only a page of this machine may write to the clipboard.
    getSelection().selectAllChildren(code);
    target.textContent = "Selected: press Ctrl-C";
  }
  setTimeout(() => { target.textContent = "Copy"; }, 2000);
});`;
