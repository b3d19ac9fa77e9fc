import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import openapiTs, { astToString } from "openapi-typescript";
import { writeMetadata } from "./metadata.mjs";

/**
 * Writes what is generated from the contracts and committed:
 *   apps/api/openapi.json          the API description
 *   apps/admin/src/api/schema.d.ts the console's client types
 *   apps/admin/src/api/rules.json  the rules of the forms
 */
const root = path.resolve(import.meta.dirname, "../..");
const api = path.join(root, "apps/api");
const run = (args, cwd) => execFileSync(process.execPath, args, { cwd, stdio: "inherit" });
/** Emits in spite of type errors: finding those is the type check's work. */
const compile = (cwd) => {
  try {
    run([tsc, "-p", "tsconfig.build.json"], cwd);
  } catch {
    console.error(`${path.basename(cwd)} has type errors, going on`);
  }
};
const tsc = path.join(api, "node_modules/typescript/bin/tsc");

compile(path.join(root, "packages/contracts"));
writeMetadata(api);
compile(api);
run(["dist/openapi.js"], api);

const target = path.join(root, "apps/admin/src/api");
mkdirSync(target, { recursive: true });
const schema = await openapiTs(new URL(`file://${path.join(api, "openapi.json")}`), { alphabetize: true });
writeFileSync(
  path.join(target, "schema.d.ts"),
  `// Generated from openapi.json by packages/openapi.\n${astToString(schema)}`,
);
