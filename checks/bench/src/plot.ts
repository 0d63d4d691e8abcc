import type { Table } from "./parts/table.ts";

const row = 24;
const left = 170;
const width = 640;

/** A bar chart of a table's ratios as SVG, the lower the better; a line marks the first row. */
export function plot({ title, rows }: Table): string {
  const heading = `${title}, ratio to ${rows[0]?.name} (less is better)`;
  const largest = Math.max(...rows.map(({ ratio }) => ratio.median));
  const scale = (width - left - 70) / largest;
  const bars = rows.map(({ name, ratio }, index) => {
    const y = 40 + index * row;
    const own = name.startsWith("np6");
    return `  <text x="${left - 8}" y="${y + 12}" text-anchor="end">${name}</text>
  <rect x="${left}" y="${y}" width="${(ratio.median * scale).toFixed(1)}" height="16" fill="${own ? "#0969da" : "#8c959f"}"/>
  <text x="${(left + ratio.median * scale + 6).toFixed(1)}" y="${y + 12}">${ratio.median.toFixed(2)}×</text>`;
  });
  const height = 50 + rows.length * row;
  const line = (left + scale).toFixed(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
  <title>${heading}</title>
  <rect width="100%" height="100%" fill="#fff"/>
  <text x="${left}" y="22" font-weight="bold">${heading}</text>
${bars.join("\n")}
  <line x1="${line}" y1="34" x2="${line}" y2="${height - 10}" stroke="#cf222e" stroke-dasharray="4 3"/>
</svg>
`;
}
