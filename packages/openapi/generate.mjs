import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
const described = JSON.parse(readFileSync(path.join(api, "openapi.json"), "utf8"));
const schema = await openapiTs(withoutExamples(described), { alphabetize: true });
writeFileSync(
  path.join(target, "schema.d.ts"),
  `// Generated from openapi.json by packages/openapi.\n${astToString(schema)}`,
);

/** Examples are for readers of the description; in the types they would be thousands of lines of comments. */
function withoutExamples(node, isMapOfNames = false) {
  if (Array.isArray(node)) return node.map((item) => withoutExamples(item));
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node).filter(([key]) => isMapOfNames || key !== "example");
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutExamples(value, key === "properties")]));
}
