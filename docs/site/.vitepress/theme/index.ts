import { type Theme, useData } from "vitepress";
import DefaultTheme from "vitepress/theme-without-fonts";
import { defineComponent, h } from "vue";
import "./style.css";

/** Link to the Markdown of the page, which is easier to process for a program. */
const MarkdownLink = defineComponent(() => {
  const { page } = useData();
  return () =>
    h("p", { class: "markdown-link" }, [
      h("a", { href: page.value.relativePath.split("/").at(-1), target: "_self" }, "This page as Markdown"),
    ]);
});

const theme: Theme = {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { "doc-footer-before": () => h(MarkdownLink) }),
};
export default theme;
