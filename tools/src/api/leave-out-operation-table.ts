/**
 * Removes the generated operation table from a report. The table is committed as `operations.gen.ts`, where its diff is
 * readable; in the report, it would change with every edit of the spec.
 */
export function leaveOutOperationTable(report: string): string {
  return report.replace(/^\/\/ @public.*\nconst api: \{\n(?:[ ].*\n)*\};\n\n/m, "");
}
