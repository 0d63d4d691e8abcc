import { createHash } from "node:crypto";

/**
 * Adds a Content-Security-Policy to a page. It allows the site's own files, and inline scripts of the generator by
 * their hashes. It allows no other hosts and no inline styles.
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
  // The theme writes a style variable that its script sets again, and an empty style attribute.
  return html
    .replaceAll(/ style="(--vp-vh:0px;)?"/g, "")
    .replace(/<meta charset="utf-8">/i, `$&\n    ${head}`);
}
