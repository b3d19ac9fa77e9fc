import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { withConnection } from "./database.mjs";
import { Problem } from "./problem.mjs";
import { CommandFailed, lastLines, run } from "./processes.mjs";

/** Where distributions put the programs of each version besides the path. */
const PLACES = ["/usr/lib/postgresql", "/usr/pgsql-18/bin", "/opt/homebrew/opt/libpq/bin", "/usr/local/opt/libpq/bin"];

/** A client program of PostgreSQL (`pg_dump`, `pg_restore`) that is not older than the server, if there is one. */
export function postgresTool(name, major) {
  return candidates(name).find((program) => versionOf(program) >= major);
}

function candidates(name) {
  const onPath = (process.env.PATH ?? "").split(path.delimiter);
  const debian = fs.existsSync(PLACES[0])
    ? fs.readdirSync(PLACES[0]).map((version) => path.join(PLACES[0], version, "bin"))
    : [];
  return [...onPath, ...debian, ...PLACES.slice(1)]
    .map((folder) => path.join(folder, name))
    .filter((file) => fs.existsSync(file));
}

function versionOf(program) {
  const { stdout } = spawnSync(program, ["--version"], { encoding: "utf8" });
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? "")?.[1] ?? 0);
}

/** Writes a dump in PostgreSQL's custom format. */
export function dumpDatabase(tool, url, file) {
  return runTool("备份数据库失败", tool, ["--format=custom", `--file=${file}`], url);
}

/**
 * Restores a dump into an empty database, whose objects then belong to the role of the URL. Default rights are dumped
 * by the name of the former owner and are given in the name of the new one instead.
 */
export async function restoreDump(tool, url, file) {
  const list = (await run(tool, ["--list", file])).split("\n");
  const isDefault = (line) => line.includes(" DEFAULT ACL ");
  const withoutDefaults = listFile(
    file,
    "objects",
    list.filter((line) => !isDefault(line)),
  );
  await runTool("恢复数据库失败", tool, [...STRICTLY, `--use-list=${withoutDefaults}`, file], url);
  const defaults = listFile(file, "defaults", list.filter(isDefault));
  const sql = list.some(isDefault) ? await run(tool, ["--file=-", `--use-list=${defaults}`, file]) : "";
  await withConnection(url, async (client) => {
    for (const statement of sql.match(/^ALTER DEFAULT PRIVILEGES .*;$/gm) ?? []) {
      await client.query(statement.replace(/ FOR ROLE ("[^"]+"|\S+)/, ""));
    }
  });
}

const STRICTLY = ["--no-owner", "--exit-on-error", "--single-transaction"];

function listFile(dump, name, lines) {
  const file = `${dump}.${name}`;
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

async function runTool(sentence, program, args, url) {
  const { connection, env } = withoutPassword(url);
  try {
    await run(program, [`--dbname=${connection}`, ...args], { env: { ...process.env, ...env } });
  } catch (error) {
    throw error instanceof CommandFailed ? new Problem(sentence, lastLines(error.output, 10)) : error;
  }
}

/** The password goes by the environment: everybody can read the arguments of a process. */
function withoutPassword(url) {
  const parsed = new URL(url);
  const password = decodeURIComponent(parsed.password);
  parsed.password = "";
  return { connection: parsed.href, env: password ? { PGPASSWORD: password } : {} };
}
