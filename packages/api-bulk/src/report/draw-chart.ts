import { drawnStates, type Timeline } from "./read-timeline.ts";

/** A chart of the page: its markup, and the CSS rules of its marks. */
export interface Chart {
  readonly svg: string;
  readonly marks: string;
  readonly style: string;
}

const [width, height] = [1000, 300];

/** Draws receivers by state over time. The SVG is stretched to the page, so labels are outside of it. */
export function drawChart({ levels, marks }: Timeline, total: number): Chart {
  const x = (step: number): string => ((step / (levels.length - 1)) * width).toFixed(1);
  const y = (value: number): string => (height - (value / Math.max(1, total)) * height).toFixed(1);
  let below = levels.map(() => 0);
  const areas = drawnStates.map((state) => {
    const above = levels.map((level, step) => (below[step] ?? 0) + level[state]);
    const top = above.map((value, step) => `${x(step)},${y(value)}`);
    const bottom = below.map((value, step) => `${x(step)},${y(value)}`).reverse();
    below = above;
    return `<polygon class="${state}" points="${[...top, ...bottom].join(" ")}"/>`;
  });
  const grid = [1, 2, 3].map(
    (part) =>
      `<line class="grid" x1="0" x2="${width}" y1="${(part * height) / 4}" y2="${(part * height) / 4}"/>`,
  );
  const lines = marks.map(({ at, kind }) => {
    const x = (at * width).toFixed(1);
    return `<line class="mark ${kind}" x1="${x}" x2="${x}" y1="0" y2="${height}"/>`;
  });
  const numbers = marks.map(
    ({ kind }, index) => `<span class="number ${kind} m${index}">${index + 1}</span>`,
  );
  return {
    svg: `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">${grid.join("")}${areas.join("")}${lines.join("")}</svg>`,
    marks: numbers.join(""),
    style: marks.map(({ at }, index) => `.m${index}{left:${(at * 100).toFixed(2)}%}`).join("\n"),
  };
}
