import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** What the project installs for itself besides node_modules: Node, pnpm, stamps, fonts. */
export const toolsDir = path.join(root, ".tools");

/** The data folder chosen by LINLI_DATA_DIR; `.data` in the checkout by default. */
export function dataFolderOf(env = process.env) {
  return path.resolve(root, env.LINLI_DATA_DIR || ".data");
}
