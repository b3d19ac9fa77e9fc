// `pnpm restore <file>`: puts a backup in place of the present data, which are kept beside it.
import path from "node:path";
import { dataFolderOf } from "./lib/paths.mjs";
import { main, Problem } from "./lib/problem.mjs";
import { say } from "./lib/report.mjs";
import { restore } from "./lib/restore.mjs";
import { prepareWorkspace } from "./lib/workspace.mjs";

void main(async () => {
  const [, , file] = process.argv;
  if (!file) throw new Problem("请写明要恢复的备份文件：pnpm restore <文件>");
  await prepareWorkspace({ build: [] });
  const { manifest, kept } = await restore({
    dataFolder: dataFolderOf(),
    databaseUrl: process.env.DATABASE_URL,
    file: path.resolve(file),
  });
  say(`已恢复 ${manifest.createdAt} 的备份`);
  for (const place of kept) say(`原有数据保留在 ${place}`);
});
