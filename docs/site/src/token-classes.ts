import { createCssVariablesTheme, type ShikiTransformer, type ThemeRegistration } from "shiki";

/** A theme that names what a word of code is, and leaves the colours to the stylesheet. */
export const tokenTheme: ThemeRegistration = createCssVariablesTheme({
  name: "np6",
  variablePrefix: "--token-",
});

/** Makes classes of the colours of code: the site's policy allows no style attribute. */
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
