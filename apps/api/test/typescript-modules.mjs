import { transformSync } from "@swc/core";
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const api = path.resolve(import.meta.dirname, "..");
const contracts = path.resolve(api, "../../packages/contracts/src");
const ofContracts = { "@linli/contracts": "index.ts", "@linli/contracts/enums": "enums.ts" };
const swc = JSON.parse(readFileSync(path.join(api, ".swcrc"), "utf8"));

/** The TypeScript of the API, its tests and the contracts is loaded by Node itself, as it stands in the sources. */
registerHooks({
  resolve(specifier, context, next) {
    if (Object.hasOwn(ofContracts, specifier)) {
      return { url: pathToFileURL(path.join(contracts, ofContracts[specifier])).href, shortCircuit: true };
    }
    const fromSource = context.parentURL !== undefined && isSource(context.parentURL);
    if (!fromSource || !/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
    return { url: new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL).href, shortCircuit: true };
  },
  load(url, context, next) {
    if (!isSource(url)) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, "utf8"), {
      ...swc,
      filename,
      swcrc: false,
      configFile: false,
    });
    return { format: "module", source: code, shortCircuit: true };
  },
});

/** Whether a module is TypeScript of ours; a query behind it asks for another copy. */
const isSource = (url) => /\.ts(\?|$)/.test(url) && !url.includes("/node_modules/");
