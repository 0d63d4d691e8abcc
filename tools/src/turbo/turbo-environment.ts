/** Switches off telemetry and update notices of turbo and the tools below it. */
export const turboEnvironment: Readonly<Record<string, string>> = {
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  REDOCLY_TELEMETRY: "off",
};
