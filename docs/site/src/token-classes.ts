import { createCssVariablesTheme, type ShikiTransformer, type ThemeRegistration } from "shiki";

/** A theme that labels tokens by kind and leaves the colours to the stylesheet. */
export const tokenTheme: ThemeRegistration = createCssVariablesTheme({
  name: "np6",
  variablePrefix: "--token-",
});

/** Replaces colours of tokens by classes, because the site's policy forbids style attributes. */
export const tokenClasses: ShikiTransformer = {
  name: "token-classes",
  pre: (node) => {
    delete node.properties.style;
  },
  span: (node) => {
    const { style } = node.properties;
    const name = /--token-(?:token-)?([\w-]+)/.exec(typeof style === "string" ? style : "")?.[1];
    delete node.properties.style;
    if (name !== undefined && name !== "foreground") node.properties.class = `token-${name}`;
  },
};
