import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { idCardCheckDigit } from "../../contracts/dist/enums.js";
import { openBareCopy } from "./bare-copy.mjs";
import { cpuNow, cpuWords } from "./cpu.mjs";
import { seconds } from "./publish.mjs";
import { signIn } from "./stage.mjs";

const fromApiModules = createRequire(new URL("../../../apps/api/package.json", import.meta.url));
const HEADERS = [
  "楼栋",
  "单元",
  "房号",
  "楼层",
  "建筑面积",
  "套内面积",
  "户型",
  "买受人",
  "证件号码",
  "联系电话",
  "产权比例",
  "合同编号",
  "签约日期",
  "交房日期",
];

/**
 * (f) a sales list of rooms with their owners, uploaded, checked and committed by the product, against the bare engine in
 * the same run: reading the same file once with the same reader, and a COPY of every row the import left behind (rooms,
 * customers, telephones, relations, report, audit …, see `bare-copy.mjs`) into an empty database of the same schema, with
 * the same keys, indexes, foreign keys and triggers, in one transaction.
 */
export async function benchImports(stage, { rooms }) {
  console.log(`import: ${rooms} rooms with owners …`);
  const file = path.join(stage.folder, "sales.xlsx");
  await writeList(file, rooms);
  const bare = await openBareCopy(stage);
  const product = await openProduct(stage);
  try {
    // Both sides once with a small list, so that neither pays for what is compiled the first time.
    const small = path.join(stage.folder, "small.xlsx");
    await writeList(small, 2000);
    const warm = await product.import(small);
    await bare.take(warm.projectId);
    await bare.write(small, warm.projectId);

    await stage.admin.query("CHECKPOINT");
    const memory = watchMemory();
    const before = cpuNow(stage.data);
    const { projectId, upload, check, commit, report } = await product.import(file);
    const productCpu = cpuWords(before, cpuNow(stage.data));
    const peak = memory.stop();
    const lines = await bare.take(projectId);
    await stage.admin.query("CHECKPOINT");
    const between = cpuNow(stage.data);
    const { read, copy } = await bare.write(file, projectId);
    const bareCpu = cpuWords(between, cpuNow(stage.data));
    const [productTime, bareTime] = [upload + check + commit, read + copy];
    const created = report.map(({ entity, outcome, count }) => `${entity} ${outcome} ${count}`).join(", ");
    console.log(`  report: ${created}`);
    const measured =
      `bare ${bareTime.toFixed(1)} s (read ${read.toFixed(1)}, copy ${copy.toFixed(1)} of ${lines} rows; ${bareCpu}); ` +
      `product ${productTime.toFixed(1)} s (upload ${upload.toFixed(1)}, check ${check.toFixed(1)}, ` +
      `commit ${commit.toFixed(1)}; ${productCpu}), ${peak} MB at most`;
    return {
      name: `(f) import of ${rooms} rooms with owners`,
      measured,
      ratio: productTime / bareTime,
      limit: 2,
      better: "lower",
    };
  } finally {
    await product.close();
    await bare.close();
  }
}

async function writeList(file, rooms) {
  const ExcelJS = fromApiModules("exceljs");
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: createWriteStream(file) });
  const sheet = workbook.addWorksheet("销控表");
  sheet.addRow(HEADERS).commit();
  for (let i = 0; i < rooms; i += 1) sheet.addRow(rowOf(i)).commit();
  sheet.commit();
  await workbook.commit();
}

/** 50 buildings of two units, rooms numbered through so that every number is there once. */
function rowOf(i) {
  const [building, unit, nth] = [1 + (i % 50), 1 + (Math.floor(i / 50) % 2), Math.floor(i / 100)];
  const floor = 1 + (nth % 33);
  const birth = `19${50 + (i % 50)}${String(1 + (i % 12)).padStart(2, "0")}${String(1 + (i % 28)).padStart(2, "0")}`;
  const body = `4403${String(1 + Math.floor(i / 1000))
    .padStart(2, "0")
    .slice(-2)}${birth}${String(i % 1000).padStart(3, "0")}`;
  return [
    `${building}栋`,
    `${unit}单元`,
    `${building}-${unit}-${floor}${String(1 + Math.floor(nth / 33)).padStart(2, "0")}`,
    floor,
    80 + (i % 60) + 0.37,
    65 + (i % 60) + 0.12,
    "三室两厅",
    `业主${i}`,
    body + idCardCheckDigit(body),
    `13${String(100000000 + i)}`,
    "100%",
    `HT${100000 + i}`,
    "2025-06-01",
    "2025-12-31",
  ];
}

/** The product in this process: one import from the upload to the end of its commit. */
async function openProduct(stage) {
  const { createApp } = await stage.fromApi("http.js");
  const { readConfig } = await stage.fromApi("config.js");
  const { JobRunner } = await stage.fromApi("jobs/job-runner.js");
  const app = await createApp(readConfig(stage.env));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const runner = app.get(JobRunner);
  const rights = [
    "imports:run",
    "property:read",
    "property:write",
    "customer:read",
    "customer:write",
    "project:create",
  ];
  const { token } = await signIn(stage, rights);
  const send = async (method, url, payload, headers = {}) => {
    const reply = await app.inject({
      method,
      url: `/api${url}`,
      payload,
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
    if (reply.statusCode >= 300) throw new Error(`${url} answered ${reply.statusCode}: ${reply.payload.slice(0, 500)}`);
    return JSON.parse(reply.payload);
  };
  const finish = async (projectId, { jobId }) => {
    await runner.run(projectId, jobId);
    const { rows } = await stage.admin.query("SELECT status, message FROM job WHERE id = $1", [jobId]);
    if (rows[0].status !== "DONE") throw new Error(`${rows[0].status}: ${rows[0].message}`);
  };
  return {
    async import(file) {
      const name = `测速 ${randomUUID()}`;
      const { id: projectId } = await send("POST", "/projects", { name, shortName: "测速", firstPeriod: "2026-01" });
      const url = `/projects/${projectId}/imports`;
      const content = await readFile(file);
      let id = "";
      const upload = await seconds(async () => {
        const boundary = "----linli-bench";
        const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="sales.xlsx"\r\n\r\n`;
        const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
        ({ id } = await send("POST", url, payload, { "content-type": `multipart/form-data; boundary=${boundary}` }));
      });
      const check = await seconds(async () => finish(projectId, await send("POST", `${url}/${id}/check`)));
      const commit = await seconds(async () =>
        finish(projectId, await send("POST", `${url}/${id}/commit`, { decisions: [] })),
      );
      const { summary } = await send("GET", `${url}/${id}`);
      return { projectId, upload, check, commit, report: summary.counts };
    },
    close: () => app.close(),
  };
}

/** The highest resident memory of this process, in MB. */
function watchMemory() {
  let peak = 0;
  const look = () => (peak = Math.max(peak, Math.round(process.memoryUsage().rss / 1024 ** 2)));
  const timer = setInterval(look, 50);
  return {
    stop() {
      look();
      clearInterval(timer);
      return peak;
    },
  };
}
