/** Pure functions only; pages are tested in a browser (apps/e2e). */
export default {
  testMatch: ["<rootDir>/src/**/*.spec.ts"],
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: {
    "^@linli/contracts/enums$": "<rootDir>/../../packages/contracts/src/enums.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  transform: { "^.+\\.ts$": ["@swc/jest"] },
};
