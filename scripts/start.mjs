// `npm start`: from a fresh checkout to a running system. Runs on plain Node 20 or newer with nothing installed.
import path from "node:path";
import { demoSignIns } from "./lib/demo.mjs";
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
    announce({ port, dataFolder, signIns: await demoSignIns(system.databaseUrl) });
    const failure = await Promise.race([asked, system.failed]);
    if (failure === undefined) say("\n正在停止…");
    await system.stop();
    if (failure !== undefined) throw new Problem(failure);
    say("已停止");
  } finally {
    folder.release();
  }
});

function announce({ port, dataFolder, signIns }) {
  say(`\n邻里物业已启动（${secondsSoFar()} 秒）：http://localhost:${port}`);
  if (signIns.length > 0) say(`\n演示账号：\n${signIns.map((line) => `  ${line}`).join("\n")}`);
  say(`\n数据目录 ${dataFolder}，日志 ${path.join(dataFolder, "logs")}。按 Ctrl-C 停止。`);
}
