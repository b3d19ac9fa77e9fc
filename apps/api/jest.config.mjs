export default {
  testMatch: ["<rootDir>/src/**/*.spec.ts"],
  testEnvironment: "node",
  testRunner: "<rootDir>/test/jest-runner.mjs",
  transform: {},
  globalSetup: "<rootDir>/test/database.mjs",
  globalTeardown: "<rootDir>/test/drop-databases.mjs",
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: "1GB",
};
