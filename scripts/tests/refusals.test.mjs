import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { checkExternalDatabase } from "../lib/database.mjs";
import { takeLock } from "../lib/lock.mjs";
import { freePort } from "../lib/ports.mjs";
import { startCluster, THROW_AWAY } from "../lib/postgres-cluster.mjs";
import { sentenceFor } from "../lib/problem.mjs";
import { folderFor, occupiedPort, outcomeOf, problemsIn } from "./support.mjs";

/** Starts the system with settings that cannot work and returns the one sentence it answers with. */
async function refusal(t, env) {
  const folder = env.LINLI_DATA_DIR ?? path.join(folderFor(t), "data");
  const { code, output } = await outcomeOf("start.mjs", {
    env: { PORT: String(await freePort()), LINLI_DATA_DIR: folder, ...env },
  });
  assert.equal(code, 1, output);
  const problems = problemsIn(output);
  assert.equal(problems.length, 1, output);
  assert.doesNotMatch(output, /^\s+at /m, "no stack trace");
  return problems[0];
}

describe("npm start says in one sentence what keeps it from starting", { concurrency: 2 }, () => {
  test("a port in use", async (t) => {
    const port = await occupiedPort(t);
    assert.match(await refusal(t, { PORT: String(port) }), new RegExp(`端口 ${port} 已被占用`));
  });

  for (const port of ["abc", "0", "70000", "-1", "3000.5"]) {
    test(`PORT=${port}`, async (t) => {
      assert.match(await refusal(t, { PORT: port }), /不是有效的端口/);
    });
  }

  for (const [url, sentence] of [
    ["mysql://localhost/linli", /DATABASE_URL 的格式不正确/],
    ["localhost:5432", /DATABASE_URL 的格式不正确/],
    ["postgres://localhost:5432", /DATABASE_URL 没有写明数据库/],
  ]) {
    test(`DATABASE_URL=${url}`, async (t) => {
      assert.match(await refusal(t, { DATABASE_URL: url }), sentence);
    });
  }

  test("a data folder that is a file", async (t) => {
    const file = path.join(folderFor(t), "file");
    fs.writeFileSync(file, "");
    assert.match(await refusal(t, { LINLI_DATA_DIR: file }), /不是文件夹/);
    assert.match(await refusal(t, { LINLI_DATA_DIR: path.join(file, "data") }), /不是文件夹/);
  });

  test("a data folder that cannot be written", { skip: !fs.existsSync("/proc/self") }, async (t) => {
    assert.match(await refusal(t, { LINLI_DATA_DIR: "/proc/linli" }), /不可写/);
  });

  test("a disk that is nearly full", async (t) => {
    assert.match(await refusal(t, { LINLI_MIN_FREE_MB: "999999999" }), /磁盘空间不足：.*至少需要 999999999 MB/);
  });

  test("a data folder of another major version of PostgreSQL", async (t) => {
    const folder = folderFor(t);
    fs.mkdirSync(path.join(folder, "postgres"));
    fs.writeFileSync(path.join(folder, "postgres/PG_VERSION"), "15\n");
    assert.match(await refusal(t, { LINLI_DATA_DIR: folder }), /由 PostgreSQL 15 创建，本程序使用 PostgreSQL 18/);
  });

  test("another copy on the same data folder", async (t) => {
    const folder = folderFor(t);
    const lock = takeLock(path.join(folder, "linli.lock"));
    t.after(lock.release);
    assert.match(
      await refusal(t, { LINLI_DATA_DIR: folder }),
      new RegExp(`正被另一个邻里物业进程（${process.pid}）使用`),
    );
  });

  test("a database whose secrets are lost", async (t) => {
    const folder = folderFor(t);
    fs.mkdirSync(path.join(folder, "postgres"));
    fs.writeFileSync(path.join(folder, "postgres/PG_VERSION"), "18\n");
    assert.match(await refusal(t, { LINLI_DATA_DIR: folder }), /缺少 secrets.json/);
  });

  test("an external database that does not answer", async (t) => {
    const port = await freePort();
    assert.match(
      await refusal(t, { DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/linli` }),
      new RegExp(`127.0.0.1:${port} 没有 PostgreSQL 在监听`),
    );
  });
});

test("names what is wrong with the sign-in to an external database", async (t) => {
  const folder = path.join(folderFor(t), "server");
  fs.mkdirSync(folder, { mode: 0o711 });
  const cluster = await startCluster({ folder, password: "right", settings: THROW_AWAY });
  t.after(() => cluster.stop());
  const url = cluster.url("postgres");
  await assert.doesNotReject(checkExternalDatabase(url));
  await assert.rejects(checkExternalDatabase(url.replace(":right@", ":wrong@")), {
    message: /用户 postgres 的密码不正确/,
  });
  await assert.rejects(checkExternalDatabase(url.replace("/postgres:", "/nobody:")), {
    message: /用户 nobody 的密码不正确/,
  });
  await assert.rejects(checkExternalDatabase(cluster.url("missing")), { message: /数据库 missing 不存在/ });
});

test("recognises a full disk wherever it happens", () => {
  assert.match(sentenceFor(Object.assign(new Error("write failed"), { code: "ENOSPC" })), /磁盘已满/);
  assert.match(sentenceFor(new Error("could not extend file: No space left on device")), /磁盘已满/);
  assert.equal(sentenceFor(new Error("something else")), undefined);
});

test("takes over a lock whose process is gone, or whose process id belongs to another process now", async (t) => {
  const file = path.join(folderFor(t), "lock");
  const gone = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => gone.once("exit", resolve));
  for (const content of [`${gone.pid} 1`, `${process.pid} not-its-birth`, ""]) {
    fs.writeFileSync(file, content);
    const lock = takeLock(file);
    assert.equal(lock.holder, undefined);
    assert.equal(takeLock(file).holder, process.pid);
    lock.release();
    assert.equal(fs.existsSync(file), false);
  }
});
