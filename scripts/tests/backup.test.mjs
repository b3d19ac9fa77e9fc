import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { backUp } from "../lib/backup.mjs";
import { openDataFolder, secretsOf } from "../lib/data-folder.mjs";
import { createDatabase, DATABASE, withConnection } from "../lib/database.mjs";
import { startCluster, THROW_AWAY } from "../lib/postgres-cluster.mjs";
import { postgresTool } from "../lib/postgres-tools.mjs";
import { restore } from "../lib/restore.mjs";
import { folderFor } from "./support.mjs";

/** Runs `work` as the owner of the embedded database of a data folder. */
async function withDatabase(folder, work) {
  const opened = await openDataFolder(folder);
  const { postgresPassword: password } = secretsOf(folder);
  const cluster = await startCluster({ folder, password, settings: THROW_AWAY });
  try {
    await createDatabase(cluster, password);
    return await withConnection(cluster.url(DATABASE, DATABASE), work);
  } finally {
    await cluster.stop();
    opened.release();
  }
}

async function aSystem(folder) {
  await withDatabase(folder, async (client) => {
    await client.query("CREATE ROLE linli_app NOLOGIN");
    await client.query("CREATE TABLE room (id int PRIMARY KEY, name text)");
    await client.query("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO linli_app");
    await client.query("GRANT SELECT ON room TO linli_app");
    await client.query("INSERT INTO room SELECT n, '房间' || n FROM generate_series(1, 10000) n");
  });
  fs.writeFileSync(path.join(folder, "files/picture.jpg"), "a picture");
}

async function roomsOf(folder) {
  return withDatabase(folder, async (client) => {
    const { rows } = await client.query(
      "SELECT count(*)::int AS count, min(name) AS first, has_table_privilege('linli_app', 'room', 'SELECT') AS readable FROM room",
    );
    return rows[0];
  });
}

const complete = { count: 10_000, first: "房间1", readable: true };

describe("backup and restore", () => {
  test("round-trip to another machine, with files and keys", async (t) => {
    const folder = folderFor(t);
    const [from, to, archive] = ["from", "to", "backup.tar.gz"].map((name) => path.join(folder, name));
    await aSystem(from);
    await backUp({ dataFolder: from, target: archive });
    assert.equal(fs.statSync(archive).mode & 0o777, 0o600);

    await restore({ dataFolder: to, file: archive });
    assert.deepEqual(await roomsOf(to), complete);
    assert.equal(fs.readFileSync(path.join(to, "files/picture.jpg"), "utf8"), "a picture");
    assert.equal(secretsOf(to).dataKey, secretsOf(from).dataKey);
  });

  test("restores over later changes and keeps what was there", async (t) => {
    const folder = path.join(folderFor(t), "data");
    const archive = `${folder}.tar.gz`;
    await aSystem(folder);
    await backUp({ dataFolder: folder, target: archive });
    await withDatabase(folder, (client) => client.query("DELETE FROM room WHERE id > 10"));
    fs.rmSync(path.join(folder, "files/picture.jpg"));
    fs.writeFileSync(path.join(folder, "files/later.jpg"), "later");

    const { kept } = await restore({ dataFolder: folder, file: archive });
    assert.deepEqual(await roomsOf(folder), complete);
    assert.deepEqual(fs.readdirSync(path.join(folder, "files")), ["picture.jpg"]);
    assert.ok(kept.some((place) => fs.existsSync(path.join(place, "later.jpg"))));
  });

  test("backs up while the system is writing", async (t) => {
    const folder = folderFor(t);
    const [from, to, archive] = ["from", "to", "backup.tar.gz"].map((name) => path.join(folder, name));
    await aSystem(from);
    await withDatabase(from, async (client) => {
      let writing = true;
      const writer = (async () => {
        for (let id = 20_000; writing; id++) await client.query("INSERT INTO room VALUES ($1, 'later')", [id]);
      })();
      await backUp({ dataFolder: from, target: archive });
      writing = false;
      await writer;
    });
    await restore({ dataFolder: to, file: archive });
    assert.ok((await roomsOf(to)).count >= 10_000);
  });

  test("reads an archive to its end, whatever follows the mark of its end", async (t) => {
    const folder = folderFor(t);
    const [from, to, archive] = ["from", "to", "backup.tar.gz"].map((name) => path.join(folder, name));
    await aSystem(from);
    await backUp({ dataFolder: from, target: archive });
    const padded = Buffer.concat([gunzipSync(fs.readFileSync(archive)), Buffer.alloc(8 * 1024 ** 2)]);
    fs.writeFileSync(archive, gzipSync(padded, { level: 1 }));

    await restore({ dataFolder: to, file: archive });
    assert.deepEqual(await roomsOf(to), complete);
  });

  test("says what is wrong with an archive that was cut off", async (t) => {
    const folder = folderFor(t);
    const [from, to, archive] = ["from", "to", "backup.tar.gz"].map((name) => path.join(folder, name));
    await aSystem(from);
    await backUp({ dataFolder: from, target: archive });
    const whole = fs.readFileSync(archive);
    fs.writeFileSync(archive, whole.subarray(0, whole.length / 2));

    await assert.rejects(restore({ dataFolder: to, file: archive }), {
      message: /不是完整的邻里物业备份/,
      details: /tar|unexpected end of file/,
    });
    assert.ok(!fs.existsSync(path.join(to, "files/picture.jpg")));
  });

  test("refuses what is not a backup, and data in use", async (t) => {
    const folder = folderFor(t);
    const data = path.join(folder, "data");
    const file = path.join(folder, "not-a-backup");
    fs.writeFileSync(file, "text");
    await assert.rejects(restore({ dataFolder: data, file }), { message: /不是完整的邻里物业备份/ });
    await assert.rejects(restore({ dataFolder: data, file: `${file}.missing` }), { message: /找不到备份文件/ });
    const opened = await openDataFolder(data);
    t.after(opened.release);
    await assert.rejects(restore({ dataFolder: data, file }), { message: /正被另一个邻里物业进程/ });
  });
});

test("takes a pg_dump only when it is not older than the server", () => {
  assert.equal(postgresTool("pg_dump", 999), undefined);
  assert.equal(postgresTool("no_such_tool", 1), undefined);
});
