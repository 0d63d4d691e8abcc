/**
 * Takes the generated operation table, whose type the client's types are made from, out of a report. It is committed as
 * `operations.gen.ts`, where its diff can be read; here it would make every edit of the spec an edit of the report.
 */
export function leaveOutOperationTable(report: string): string {
  return report.replace(/^\/\/ @public.*\nconst api: \{\n(?:[ ].*\n)*\};\n\n/m, "");
}
