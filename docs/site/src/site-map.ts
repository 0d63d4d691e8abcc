/** A page of the site, with its source in the repository. */
export interface SitePage {
  /** Title in the menu. */
  readonly title: string;
  /** Path of its source, relative to the repository. */
  readonly source: string;
  /** Path on the site. */
  readonly file: string;
}

/** A group of the menu. */
export interface SiteGroup {
  readonly title: string;
  readonly pages: readonly SitePage[];
}

const doc = (name: string, title: string): SitePage => ({
  title,
  source: `docs/${name}.md`,
  file: `${name}.md`,
});

const readme = (name: string): SitePage => ({
  title: `@np6/${name}`,
  source: `packages/${name}/README.md`,
  file: `packages/${name}.md`,
});

const group = (title: string, pages: readonly SitePage[]): SiteGroup => ({ title, pages });

/** The menu, from pages for newcomers to pages for maintainers. The reference is inserted before the last group. */
export const siteGroups: readonly SiteGroup[] = [
  group("Start", [
    doc("guide", "Guide"),
    doc("consuming", "Install and upgrade"),
    doc("coming-from-openapi-fetch", "Coming from openapi-fetch"),
  ]),
  group("What to know", [
    doc("errors", "Failures"),
    doc("retries", "Retries and limits"),
    doc("security", "Security"),
  ]),
  group("Recipes", [
    doc("sending-to-many", "Send to many"),
    doc("many-machines", "Send from many machines"),
    doc("testing", "Testing"),
    doc("observability", "OpenTelemetry and logs"),
    doc("command-line", "From a shell"),
    doc("proxies-and-tls", "Proxies and TLS"),
    doc("nextjs", "Next.js"),
  ]),
  group("Packages", ["api-client", "api-types", "api-mock", "api-bulk"].map(readme)),
  group("For other APIs", ["openapi-runtime", "openapi-codegen", "openapi-diff"].map(readme)),
  group("How it is made", [
    { title: "The API description", source: "spec/README.md", file: "spec.md" },
    doc("spec-changes", "What counts as breaking"),
    doc("architecture", "Architecture"),
    doc("performance", "Performance"),
    doc("dependencies", "Dependencies"),
    doc("mutation-testing", "Mutation testing"),
    doc("caching", "Build cache"),
    doc("releasing", "Releasing"),
    { title: "Contributing", source: "CONTRIBUTING.md", file: "contributing.md" },
  ]),
];
