#!/usr/bin/env node
// Committed so that the package manager can link it before dist/ exists.
import { setFlagsFromString } from "node:v8";

// Keeps the young generation small; at 128 MB it would be full of garbage. So planning ten million receivers needs under 200 MB.
setFlagsFromString("--semi-space-growth-factor=1");
await import("../dist/cli.mjs");
