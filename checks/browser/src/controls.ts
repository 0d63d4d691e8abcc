/** A page with a mistake, and the check that must see it. */
export interface Control {
  readonly mistake: string;
  readonly spoil: (html: string) => string;
  /** The name of the check that must fail. */
  readonly seenBy: string;
}

const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
const outside = '<img alt="" src="https://outside.invalid/logo.svg">';

/** Mistakes that show that the checks can fail. */
export function controlsFor(operationId: string): readonly Control[] {
  const section = new RegExp(`<section class="operation"([^>]*data-operation="${operationId}")`);
  return [
    {
      mistake: "an image from outside, without the policy",
      spoil: (html) => html.replace(policy, "").replace("</main>", `${outside}</main>`),
      seenBy: "requests nothing",
    },
    {
      mistake: "a font from outside, without the policy",
      spoil: (html) =>
        html.replace(policy, '<link rel="stylesheet" href="https://outside.invalid/font.css">'),
      seenBy: "requests nothing",
    },
    {
      mistake: "an image from outside, which the policy refuses",
      spoil: (html) => html.replace("</main>", `${outside}</main>`),
      seenBy: "gives no cause for complaint",
    },
    {
      mistake: "a script, which the policy refuses",
      spoil: (html) => html.replace("</main>", "<script>fetch('https://outside.invalid')</script></main>"),
      seenBy: "gives no cause for complaint",
    },
    {
      mistake: "an operation that is missing",
      spoil: (html) => html.replace(section, '<section class="operation"'),
      seenBy: `shows ${operationId}`,
    },
    {
      mistake: "an operation that is not rendered",
      spoil: (html) => html.replace(section, '<section hidden class="operation"$1'),
      seenBy: `shows ${operationId}`,
    },
    {
      mistake: "samples that are missing",
      spoil: (html) => html.replaceAll('data-sample="mock"', "data-none"),
      seenBy: `shows ${operationId}`,
    },
    {
      mistake: "a value that is none",
      spoil: (html) =>
        html.replace(section, "$&><p>undefined</p><div hidden").replace("</section>", "</div></section>"),
      seenBy: `shows ${operationId}`,
    },
    {
      mistake: "a word that is wider than the screen",
      spoil: (html) =>
        html.replace("</main>", `<table><tr><td><nobr>${"wide".repeat(400)}</nobr></table></main>`),
      seenBy: "fits the screen",
    },
    {
      mistake: "text that can hardly be read",
      spoil: (html) =>
        html
          .replace(policy, "")
          .replace("</main>", '<p style="color: #ccc; background: #fff">pale</p></main>'),
      seenBy: "can be read and reached by everyone",
    },
  ];
}
