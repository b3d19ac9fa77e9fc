import { createReadStream, createWriteStream } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { seconds } from "./publish.mjs";
import { openPool } from "./stage.mjs";

const { from: copyFrom, to: copyTo } = createRequire(new URL("../../../apps/api/package.json", import.meta.url))(
  "pg-copy-streams",
);
const DATABASE = "bench_bare";

/**
 * The other side of an import: an empty database of the product's schema on the same server. `take` lays ready, in files
 * of COPY's text format, all rows a project has in any table; `write` reads a workbook and copies those rows.
 */
export async function openBareCopy({ admin, url, folder, fromApi }) {
  await admin.query(`CREATE DATABASE ${DATABASE}`);
  const bareUrl = Object.assign(new URL(url), { pathname: `/${DATABASE}` }).href;
  const { migrate } = await fromApi("migrate.js");
  await migrate(bareUrl);
  const { openWorkbook } = await fromApi("imports/workbook/read-workbook.js");
  const pool = openPool(bareUrl, 1);
  const tables = await tablesInOrder(admin);
  const fileOf = (table, projectId) => path.join(folder, `${projectId}-${table}.copy`);
  let filled = [];

  return {
    /** How many rows the project has. */
    async take(projectId) {
      let lines = 0;
      filled = [];
      for (const { table, key } of tables) {
        const client = await admin.connect();
        try {
          const { rows } = await client.query(`SELECT count(*)::int AS count FROM ${table} WHERE ${key} = $1`, [
            projectId,
          ]);
          if (rows[0].count === 0) continue;
          const rowsOf = client.query(copyTo(`COPY (SELECT * FROM ${table} WHERE ${key} = '${projectId}') TO STDOUT`));
          await pipeline(rowsOf, createWriteStream(fileOf(table, projectId)));
          filled.push(table);
          lines += rows[0].count;
        } finally {
          client.release();
        }
      }
      return lines;
    },

    /** Seconds for reading the workbook and for copying the rows of the project taken last. */
    async write(workbookFile, projectId) {
      const read = await seconds(async () => {
        // Opening reads every cell of every sheet once.
        const workbook = await openWorkbook(workbookFile, "sales.xlsx");
        workbook.close();
      });
      const client = await pool.connect();
      try {
        const copy = await seconds(async () => {
          await client.query("BEGIN");
          for (const table of filled) {
            const into = client.query(copyFrom(`COPY ${table} FROM STDIN`));
            await pipeline(createReadStream(fileOf(table, projectId), { highWaterMark: 1 << 18 }), into);
          }
          await client.query("COMMIT");
        });
        return { read, copy };
      } finally {
        client.release();
      }
    },

    close: () => pool.end(),
  };
}

/** The tables of the product that hold rows of a project, those others point to first. */
async function tablesInOrder(admin) {
  const { rows: tables } = await admin.query(
    `SELECT c.oid::int AS oid, c.relname AS table, CASE WHEN c.relname = 'project' THEN 'id' ELSE 'project_id' END AS key
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND (c.relname = 'project' OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'project_id'))
      ORDER BY c.relname`,
  );
  const { rows: links } = await admin.query(
    "SELECT DISTINCT conrelid::int AS from, confrelid::int AS to FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid",
  );
  const [ordered, left] = [[], new Map(tables.map((table) => [table.oid, table]))];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ oid }) => !links.some(({ from, to }) => from === oid && left.has(to)));
    if (free.length === 0)
      throw new Error(`tables that point to each other: ${[...left.values()].map(({ table }) => table)}`);
    for (const table of free) {
      ordered.push(table);
      left.delete(table.oid);
    }
  }
  return ordered;
}
