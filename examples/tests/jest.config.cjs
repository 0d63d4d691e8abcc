module.exports = {
  testMatch: ["<rootDir>/jest/*.test.cjs"],
  moduleFileExtensions: ["js", "cjs", "mjs", "json"],
  transform: {},
};
