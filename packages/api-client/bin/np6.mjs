#!/usr/bin/env node
// Committed so that the package manager can link it before dist/ exists.
await import("../dist/cli.mjs");
