// `pnpm create-admin <mobile> <name>`: the first system administrator of an installation without demonstration data.
import path from "node:path";
import { withDatabase } from "./lib/database-access.mjs";
import { dataFolderOf, root } from "./lib/paths.mjs";
import { main, Problem } from "./lib/problem.mjs";
import { CommandFailed, run } from "./lib/processes.mjs";
import { say } from "./lib/report.mjs";
import { prepareWorkspace } from "./lib/workspace.mjs";

void main(async () => {
  const [mobile, name] = process.argv.slice(2);
  if (!mobile || !name) throw new Problem("请写明手机号和姓名：pnpm create-admin <手机号> <姓名>");
  const workspace = await prepareWorkspace({ build: ["contracts", "api"] });
  await withDatabase({ dataFolder: dataFolderOf(), databaseUrl: process.env.DATABASE_URL }, async ({ url }) => {
    const env = { ...workspace.env, DATABASE_URL: url };
    const program = (file, ...args) => run(workspace.node, [path.join(root, "apps/api/dist", file), ...args], { env });
    try {
      await program("migrate.js");
      say((await program("create-admin.js", mobile, name)).trim());
    } catch (error) {
      throw error instanceof CommandFailed ? new Problem(error.output.trim()) : error;
    }
  });
});
