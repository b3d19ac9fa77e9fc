import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { Config } from "../config.js";
import { FileStore } from "./file-store.js";

let folder: string;
let files: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "file-store-"));
  files = new FileStore({ LINLI_DATA_DIR: folder } as Config);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("what is made meanwhile lies on the disk once it is whole", async () => {
  const stream = new PassThrough();
  const { size } = await files.receiveFrom("p", "reports/a", stream, async () => {
    stream.write("一二");
    stream.end("三");
  });
  expect(size).toBe(9);
  const found = await files.read("p", "reports/a");
  expect(await text(found!.stream)).toBe("一二三");
});

test("a disk that takes nothing ends the making too, which would wait for it for ever", async () => {
  await writeFile(path.join(folder, "files"), "no folder");
  const stream = new PassThrough({ highWaterMark: 1 });
  const making = files.receiveFrom("p", "reports/a", stream, async () => {
    stream.write("more than the stream holds");
    await once(stream, "drain");
  });
  await expect(making).rejects.toThrow(/ENOTDIR|EEXIST/);
});

test("a making that fails leaves no file", async () => {
  const stream = new PassThrough();
  const making = files.receiveFrom("p", "reports/a", stream, async () => {
    stream.write("half");
    throw new Error("cancelled");
  });
  await expect(making).rejects.toThrow("cancelled");
  expect(await files.read("p", "reports/a")).toBeUndefined();
});
