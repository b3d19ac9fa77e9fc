import "reflect-metadata";
import { DataSource } from "typeorm";
import { type LedgerVerification, verifyLedger } from "./billing/seals/verify-ledger.js";
import { dataSourceOptions } from "./data-source.js";

/**
 * Verifies the seals of all closed months (账务校验): `DATABASE_URL=… node dist/verify-ledger.js [project]`. Writes a line
 * per month and ends with 1 when something is not as it was.
 */
const sentence = ({ projectName, period, intact, rows, faults }: LedgerVerification) =>
  intact
    ? `完好  ${projectName} ${period}：${rows} 条账目与月结时一致`
    : `不符  ${projectName} ${period}：${faults.map(({ name, detail }) => `${name}，${detail}`).join("；")}`;

const url = process.env.DATABASE_URL;
const [projectName] = process.argv.slice(2);
try {
  if (!url) throw new Error("DATABASE_URL is not set");
  const db = await new DataSource(dataSourceOptions(url, { pool: 2 })).initialize();
  try {
    const results = await verifyLedger(db, projectName, (result) => console.log(sentence(result)));
    const broken = results.filter(({ intact }) => !intact).length;
    if (results.length === 0) console.log("没有可以校验的月份：还没有月结，或没有这个管理区");
    else console.log(`共 ${results.length} 个月，${broken === 0 ? "全部完好" : `${broken} 个月不符`}`);
    process.exitCode = broken === 0 ? 0 : 1;
  } finally {
    await db.destroy();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
