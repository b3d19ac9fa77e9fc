export default {
  testMatch: ["<rootDir>/src/**/*.spec.ts"],
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: {
    "^@linli/contracts$": "<rootDir>/../../packages/contracts/src/index.ts",
    "^@linli/contracts/enums$": "<rootDir>/../../packages/contracts/src/enums.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  transform: { "^.+\\.ts$": ["@swc/jest"] },
  globalSetup: "<rootDir>/test/database.mjs",
  globalTeardown: "<rootDir>/test/drop-databases.mjs",
  setupFiles: ["<rootDir>/test/worker-env.mjs"],
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: "1GB",
};
