import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { CheckResult } from "../check-page.ts";
import { siteFolder } from "./site-files.ts";

/**
 * Checks the files of the site: their policy, their links, the Markdown beside them, and `llms.txt`.
 * @param pages - the HTML by file
 * @param folder - folder of the pages and the other files
 */
export function checkFiles(pages: ReadonlyMap<string, string>, folder: string = siteFolder): CheckResult[] {
  const entries = [...pages];
  return [
    {
      name: "have a policy that forbids requests to other origins",
      problems: entries.flatMap((page) => policyProblems(...page)),
    },
    { name: "have no dead link", problems: linkProblems(pages, folder) },
    { name: "have their Markdown, which llms.txt lists", problems: markdownProblems(pages, folder) },
  ].map(({ name, problems }) => ({ name: `the pages ${name}`, problems }));
}

function policyProblems(file: string, html: string): string[] {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? "";
  const isTight = policy.startsWith("default-src 'none';") && !/unsafe|https?:|\*|wss?:/.test(policy);
  const inline = /<\w[^>]* style="|<style|\son\w+="/.exec(
    html.replaceAll(/<(script|code)[\s\S]*?<\/\1>/g, ""),
  )?.[0];
  return [
    ...(isTight ? [] : [`${file}: the policy is ${policy === "" ? "missing" : policy}.`]),
    ...(inline === undefined ? [] : [`${file}: ${inline} is inline, which the policy forbids.`]),
  ];
}

/** Ids are searched on the target page of a link. Links to other sites are not checked. */
function linkProblems(pages: ReadonlyMap<string, string>, folder: string): string[] {
  const idsOf = new Map(
    [...pages].map(([file, html]) => [
      file,
      new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  return [...pages].flatMap(([file, html]) => {
    const targets = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, target = ""]) => target);
    return [...new Set(targets)].flatMap((target) => {
      if (/^[a-z]+:/.test(target))
        return /^https:/.test(target) ? [] : [`${file}: a link leads to ${target}.`];
      const [path = "", id] = target.split("#");
      const linked =
        path === "" ? file : path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(file), path);
      const page = linked === "" || linked.endsWith("/") ? `${linked}index.html` : linked;
      if (!existsSync(join(folder, page))) return [`${file}: a link leads to ${target}, which is not there.`];
      const isThere = id === undefined || id === "" || idsOf.get(page)?.has(decodeURIComponent(id));
      return isThere ? [] : [`${file}: a link leads to ${target}, and that page has no such place.`];
    });
  });
}

function markdownProblems(pages: ReadonlyMap<string, string>, folder: string): string[] {
  const list = readFileSync(join(folder, "llms.txt"), "utf8");
  return [...pages.keys()].flatMap((file) => {
    if (file === "404.html") return [];
    const markdown = file.replace(/html$/, "md");
    const text = existsSync(join(folder, markdown)) ? readFileSync(join(folder, markdown), "utf8") : "";
    const isListed = file === "index.html" || list.includes(`](/${markdown})`);
    return [
      ...(text.trim() === "" ? [`${markdown} is missing.`] : []),
      ...(isListed ? [] : [`llms.txt does not list ${markdown}.`]),
    ];
  });
}
