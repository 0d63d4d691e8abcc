import { closeSync, openSync, writeSync } from "node:fs";

/** Writes a CSV file of receivers with 8 characters each; the last one repeats the first one on request. */
export function writeReceivers(file: string, receivers: number, withDuplicate: boolean): void {
  const descriptor = openSync(file, "w");
  const value = (index: number) => ((index * 7919) % 2 ** 40).toString(36).toUpperCase().padStart(8, "0");
  let text = "target_id\n";
  for (let index = 0; index < receivers; index += 1) {
    text += `${value(withDuplicate && index === receivers - 1 ? 0 : index)}\n`;
    if (text.length < 2 ** 20) continue;
    writeSync(descriptor, text);
    text = "";
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
}
