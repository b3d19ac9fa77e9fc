// `pnpm verify-ledger [project]`: whether the money rows of every closed month are as they were when it was closed.
import path from "node:path";
import { withDatabase } from "./lib/database-access.mjs";
import { dataFolderOf, root } from "./lib/paths.mjs";
import { main } from "./lib/problem.mjs";
import { CommandFailed, run } from "./lib/processes.mjs";
import { say } from "./lib/report.mjs";
import { prepareWorkspace } from "./lib/workspace.mjs";

void main(async () => {
  const workspace = await prepareWorkspace({ build: ["contracts", "api"] });
  return withDatabase({ dataFolder: dataFolderOf(), databaseUrl: process.env.DATABASE_URL }, async ({ url }) => {
    const env = { ...workspace.env, DATABASE_URL: url };
    const program = path.join(root, "apps/api/dist/verify-ledger.js");
    try {
      say((await run(workspace.node, [program, ...process.argv.slice(2)], { env })).trim());
      return 0;
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      say(error.output.trim());
      return 1;
    }
  });
});
