// `npm start`: from a fresh checkout to a running system. Runs on plain Node 20 or newer with nothing installed.
import fs from "node:fs";
import path from "node:path";
import { dataFolderOf } from "./lib/paths.mjs";
import { portOf } from "./lib/ports.mjs";
import { main, Problem } from "./lib/problem.mjs";
import { say, secondsSoFar } from "./lib/report.mjs";
import { whenAskedToStop } from "./lib/signals.mjs";
import { reserve, startSystem } from "./lib/system.mjs";
import { prepareWorkspace } from "./lib/workspace.mjs";

void main(async () => {
  const port = portOf();
  const dataFolder = dataFolderOf();
  const databaseUrl = process.env.DATABASE_URL;
  const folder = await reserve({ port, dataFolder, databaseUrl });
  const asked = whenAskedToStop();
  try {
    say("邻里物业正在启动");
    const workspace = await prepareWorkspace();
    const system = await startSystem({
      workspace,
      dataFolder,
      port,
      databaseUrl,
      demo: process.env.LINLI_DEMO !== "off",
    });
    announce({ port, dataFolder });
    const failure = await Promise.race([asked, system.failed]);
    if (failure === undefined) say("\n正在停止…");
    await system.stop();
    if (failure !== undefined) throw new Problem(failure);
    say("已停止");
  } finally {
    folder.release();
  }
});

function announce({ port, dataFolder }) {
  say(`\n邻里物业已启动（${secondsSoFar()} 秒）：http://localhost:${port}`);
  const signIns = path.join(dataFolder, "demo-sign-ins.txt");
  if (fs.existsSync(signIns))
    say(`\n演示账号：\n${fs.readFileSync(signIns, "utf8").trimEnd().replaceAll(/^/gm, "  ")}`);
  say(`\n数据目录 ${dataFolder}，日志 ${path.join(dataFolder, "logs")}。按 Ctrl-C 停止。`);
}
