// `pnpm backup [file]`: one archive with the database and the uploaded files. The system may be running.
import path from "node:path";
import { backUp } from "./lib/backup.mjs";
import { dataFolderOf } from "./lib/paths.mjs";
import { main } from "./lib/problem.mjs";
import { say } from "./lib/report.mjs";
import { prepareWorkspace } from "./lib/workspace.mjs";

void main(async () => {
  const moment = new Date().toISOString().replaceAll(/[-:]|\..*/g, "");
  const target = path.resolve(process.argv[2] ?? `linli-backup-${moment}.tar.gz`);
  await prepareWorkspace({ build: [] });
  const manifest = await backUp({ dataFolder: dataFolderOf(), databaseUrl: process.env.DATABASE_URL, target });
  say(
    `已备份到 ${target}（${manifest.database === "dump" ? "pg_dump 格式" : "数据库文件副本"}，PostgreSQL ${manifest.postgres}）`,
  );
  say("备份含有解密个人信息所需的密钥，请像保管数据一样保管它。");
});
