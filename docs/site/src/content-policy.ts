import { createHash } from "node:crypto";

/**
 * Puts the Content-Security-Policy into a page: only what the site itself has, and of inline scripts only those that the generator wrote,
 * by their hashes. Nothing is sent or loaded elsewhere, and no inline style is allowed.
 */
export function withContentPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = inline.map(
    ([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...new Set(hashes)].join(" "),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">\n    <meta name="referrer" content="no-referrer">`;
  // The theme writes a variable that its script sets again when it is needed, and an attribute that is empty.
  return html
    .replaceAll(/ style="(--vp-vh:0px;)?"/g, "")
    .replace(/<meta charset="utf-8">/i, `$&\n    ${head}`);
}
