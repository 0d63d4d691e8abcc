import { expect, it } from "vitest";
import { releaseBump } from "./release-bump.ts";

it("keeps the bump from 1.0.0 on", () => {
  expect(releaseBump("major", "1.2.3")).toBe("major");
  expect(releaseBump("minor", "1.0.0")).toBe("minor");
  expect(releaseBump("patch", "2.0.0")).toBe("patch");
});

it("makes what breaks a minor below 1.0.0, and everything else a patch, as ^0.x.y expects", () => {
  expect(releaseBump("major", "0.4.0")).toBe("minor");
  expect(releaseBump("minor", "0.4.0")).toBe("patch");
  expect(releaseBump("patch", "0.4.0")).toBe("patch");
});

it("asks for no release when nothing changed", () => {
  expect(releaseBump("none", "0.4.0")).toBe("none");
  expect(releaseBump("none", "1.0.0")).toBe("none");
});
