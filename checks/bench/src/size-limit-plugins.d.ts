// The plugins bring no types of their own.
declare module "@size-limit/esbuild" {
  const plugin: () => unknown;
  // biome-ignore lint/style/noDefaultExport: so it is exported
  export default plugin;
}
declare module "@size-limit/file" {
  const plugin: () => unknown;
  // biome-ignore lint/style/noDefaultExport: so it is exported
  export default plugin;
}
