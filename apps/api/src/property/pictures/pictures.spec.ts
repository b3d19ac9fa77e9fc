import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { Config } from "../../config.js";
import { savedProject, savedRoom } from "../property.factories.js";

const app = await startTestApp();
const folder = path.join(app.app.get(Config).LINLI_DATA_DIR, "files");
afterAll(() => app.close());

const photo = (width = 640, height = 400) => sharp({ create: { width, height, channels: 3, background: "#2a7" } });

async function keeper() {
  const project = await savedProject(app);
  const room = await savedRoom(app, project.id);
  const client = await app.as(["property:read", "property:write"], project.id);
  const at = `/projects/${project.id}/pictures`;
  const to = (ownerType: string, ownerId: string, kind: string) =>
    `${at}?ownerType=${ownerType}&ownerId=${ownerId}&kind=${kind}`;
  return { project, room, client, at, toRoom: to("room", room.id, "UNIT_TYPE"), to };
}

test("a drawing is archived on the room, served, and taken away again (PRP-05)", async () => {
  const { project, room, client, at, toRoom } = await keeper();
  const added = await client.upload(toRoom, { name: "户型 A.png", content: await photo().png().toBuffer() });
  expect(added).toMatchObject({
    status: 201,
    body: {
      ownerType: "room",
      kind: "UNIT_TYPE",
      name: "户型 A.png",
      contentType: "image/png",
      width: 640,
      height: 400,
    },
  });

  const list = `${at}?ownerType=room&ownerId=${room.id}`;
  expect((await client.get(list)).body.items).toEqual([added.body]);
  const served = await client.get(`${at}/${added.body.id}/content`);
  expect(served.headers).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect(await sharp(served.raw).metadata()).toMatchObject({ format: "png", width: 640 });
  const thumbnail = await client.get(`${at}/${added.body.id}/thumbnail`);
  expect(await sharp(thumbnail.raw).metadata()).toMatchObject({ format: "webp", width: 320, height: 200 });

  expect((await client.delete(`${at}/${added.body.id}`)).status).toBe(204);
  expect((await client.get(list)).body.items).toEqual([]);
  expect((await client.get(`${at}/${added.body.id}/content`)).status).toBe(404);
  const [row] = await app.db.query("SELECT removed_at FROM file_object WHERE project_id = $1 AND id = $2", [
    project.id,
    added.body.id,
  ]);
  expect(row.removed_at).toBeInstanceOf(Date);
  expect(existsSync(path.join(folder, project.id, added.body.id))).toBe(true);
  const trace = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND entity = 'room' AND entity_id = $2 ORDER BY id",
    [project.id, room.id],
  );
  expect(trace.map(({ summary }: { summary: string }) => summary)).toEqual([
    "上传户型图第 1 版 户型 A.png",
    "删除户型图第 1 版 户型 A.png",
  ]);
});

test("site plans belong to the project, building plans to the building", async () => {
  const { project, room, client, to } = await keeper();
  const [unit] = await app.db.query("SELECT building_id FROM unit WHERE project_id = $1 AND id = $2", [
    project.id,
    room.unitId,
  ]);
  const content = await photo().webp().toBuffer();
  expect((await client.upload(to("project", project.id, "SITE_PLAN"), { name: "a.webp", content })).status).toBe(201);
  expect(
    (await client.upload(to("building", unit.building_id, "BUILDING_PLAN"), { name: "b.webp", content })).status,
  ).toBe(201);
  expect(await client.upload(to("room", room.id, "SITE_PLAN"), { name: "c.webp", content })).toMatchObject({
    status: 400,
    body: { fields: { kind: ["房间没有“小区平面图”这种图片"] } },
  });
});

test("a photo is turned upright and loses its camera data", async () => {
  const { client, at, toRoom } = await keeper();
  const content = await photo(300, 200)
    .withExif({ IFD0: { Copyright: "secret-place" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const added = await client.upload(toRoom, { name: "p.jpg", content });
  expect(added.body).toMatchObject({ width: 200, height: 300, contentType: "image/jpeg" });
  const served = await client.get(`${at}/${added.body.id}/content`);
  const metadata = await sharp(served.raw).metadata();
  expect(metadata.exif).toBeUndefined();
  expect(metadata.orientation).toBeUndefined();
});

const NO_PICTURE = "这个文件不是能打开的 JPG、PNG 或 WebP 图片";

test.each([
  ["a text with a picture's name", Buffer.from("hello"), 400, NO_PICTURE],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 400, NO_PICTURE],
  ["a GIF", await photo(10, 10).gif().toBuffer(), 400, NO_PICTURE],
  ["half a picture", (await photo().png().toBuffer()).subarray(0, 200), 400, NO_PICTURE],
  ["nothing", Buffer.alloc(0), 400, "请选择要上传的文件"],
  ["more than 10 MB", Buffer.alloc(10 * 1024 * 1024 + 1), 413, "文件不能超过 10 MB"],
  [
    "a small file of 100 million pixels",
    await photo(10_000, 10_000).png().toBuffer(),
    400,
    "图片尺寸太大（最多 6000 万像素），请缩小后再上传",
  ],
])("refuses %s and keeps nothing of it", async (_what, content, status, detail) => {
  const { project, client, toRoom } = await keeper();
  expect(await client.upload(toRoom, { name: "x.png", content })).toMatchObject({ status, body: { detail } });
  expect(existsSync(path.join(folder, project.id)) ? readdirSync(path.join(folder, project.id)) : []).toEqual([]);
});

test("a name is only shown, never a path", async () => {
  const { client, toRoom } = await keeper();
  const added = await client.upload(toRoom, {
    name: "..\\..\\etc/passwd\u202e🏠.png",
    content: await photo(8, 8).png().toBuffer(),
  });
  expect(added.body.name).toBe("passwd.png");
});

test("what is no upload, an unknown thing and a foreign project are refused", async () => {
  const { project, room, client, at, to } = await keeper();
  const other = await keeper();
  const content = await photo(8, 8).png().toBuffer();
  expect(await client.post(to("room", room.id, "PHOTO"), {})).toMatchObject({
    status: 400,
    body: { code: "FILE_MISSING" },
  });
  expect((await client.upload(to("room", newId(), "PHOTO"), { name: "x.png", content })).status).toBe(404);
  expect((await client.upload(to("room", other.room.id, "PHOTO"), { name: "x.png", content })).status).toBe(404);
  expect((await client.upload(to("project", other.project.id, "PHOTO"), { name: "x.png", content })).status).toBe(404);
  const foreign = await other.client.upload(other.toRoom, { name: "x.png", content });
  expect((await client.get(`${at}/${foreign.body.id}/content`)).status).toBe(404);
  expect((await client.get(`${other.at}/${foreign.body.id}/content`)).status).toBe(403);
  const reader = await app.as(["property:read"], project.id);
  expect((await reader.upload(to("room", room.id, "PHOTO"), { name: "x.png", content })).status).toBe(403);
  expect((await app.anonymous().get(`${at}/${foreign.body.id}/content`)).status).toBe(401);
});

test("a new upload of a plan is its next version; the earlier one stays, with date and author (PRP-05)", async () => {
  const { project, room, client, at, toRoom } = await keeper();
  const first = await client.upload(toRoom, { name: "v1.png", content: await photo(300, 200).png().toBuffer() });
  expect(first.body).toMatchObject({ version: 1, current: true, remark: null, createdByName: "测试员" });
  app.clock.set("2026-04-01");
  const second = await client.upload(`${toRoom}&remark=${encodeURIComponent("2026 年竣工图")}`, {
    name: "v2.png",
    content: await photo(400, 300).png().toBuffer(),
  });
  expect(second.body).toMatchObject({ version: 2, current: true, remark: "2026 年竣工图" });
  app.clock.set("2026-03-10");

  const list = `${at}?ownerType=room&ownerId=${room.id}`;
  const { items } = (await client.get(list)).body;
  expect(items).toEqual([second.body, { ...first.body, current: false }]);
  expect((await sharp((await client.get(`${at}/${first.body.id}/content`)).raw).metadata()).width).toBe(300);

  expect((await client.delete(`${at}/${second.body.id}`)).status).toBe(204);
  expect((await client.get(list)).body.items).toEqual([first.body]);
  const third = await client.upload(toRoom, { name: "v3.png", content: await photo(8, 8).png().toBuffer() });
  expect(third.body.version).toBe(3);
  const [counted] = await app.db.query("SELECT count(*)::int FROM file_object WHERE project_id = $1", [project.id]);
  expect(counted.count).toBe(3);
});

test("two uploads of a plan at once are two versions; photos have none", async () => {
  const { room, client, at, to, toRoom } = await keeper();
  const content = await photo(8, 8).png().toBuffer();
  const both = await Promise.all([1, 2].map((n) => client.upload(toRoom, { name: `${n}.png`, content })));
  expect(both.map(({ body }) => body.version).sort()).toEqual([1, 2]);
  await client.upload(to("room", room.id, "PHOTO"), { name: "a.png", content });
  await client.upload(to("room", room.id, "PHOTO"), { name: "b.png", content });
  const { items } = (await client.get(`${at}?ownerType=room&ownerId=${room.id}`)).body;
  expect(items.map(({ kind, version, current }: Record<string, unknown>) => [kind, version, current])).toEqual([
    ["PHOTO", null, true],
    ["PHOTO", null, true],
    ["UNIT_TYPE", 2, true],
    ["UNIT_TYPE", 1, false],
  ]);
  const tooLong = `${toRoom}&remark=${"长".repeat(201)}`;
  expect(await client.upload(tooLong, { name: "x.png", content })).toMatchObject({
    status: 400,
    body: { fields: { remark: ["备注不能超过 200 个字"] } },
  });
});

test("one unit-type drawing serves all rooms of the layout (PRP-05)", async () => {
  const { project, room, client, at, to, toRoom } = await keeper();
  const [second, third, other] = [
    await savedRoom(app, project.id),
    await savedRoom(app, project.id),
    await savedRoom(app, project.id, { layout: "一室一厅" }),
  ];
  const content = await photo(320, 200).png().toBuffer();
  await client.upload(to("room", third.id, "UNIT_TYPE"), { name: "old.png", content });
  const drawing = await client.upload(`${toRoom}&remark=A`, { name: "A.png", content });

  const share = `${at}/${drawing.body.id}/share`;
  expect(await client.post(share)).toMatchObject({ status: 200, body: { layout: "三室两厅", rooms: 2 } });
  expect(await client.post(share)).toMatchObject({ status: 200, body: { rooms: 0 } });
  const drawings = async (id: string) => (await client.get(`${at}?ownerType=room&ownerId=${id}`)).body.items;
  expect(await drawings(second.id)).toMatchObject([
    { name: "A.png", version: 1, current: true, remark: "A", width: 320 },
  ]);
  expect(await drawings(third.id)).toMatchObject([
    { name: "A.png", version: 2, current: true },
    { name: "old.png", version: 1, current: false },
  ]);
  expect(await drawings(other.id)).toEqual([]);
  const [copy] = await drawings(second.id);
  expect((await client.get(`${at}/${copy.id}/content`)).raw.length).toBe(drawing.body.size);

  // what came from another room can be passed on, and goes away in its own room only
  expect((await client.delete(`${at}/${drawing.body.id}`)).status).toBe(204);
  expect((await client.post(`${at}/${copy.id}/share`)).body.rooms).toBe(1);
  const [back] = await drawings(room.id);
  expect(back).toMatchObject({ version: 2 });
  expect((await client.get(`${at}/${back.id}/thumbnail`)).status).toBe(200);
});

test("only a unit-type drawing of a room with a layout is shared", async () => {
  const { project, room, client, at, to, toRoom } = await keeper();
  const content = await photo(8, 8).png().toBuffer();
  const image = await client.upload(to("room", room.id, "PHOTO"), { name: "x.png", content });
  expect(await client.post(`${at}/${image.body.id}/share`)).toMatchObject({
    status: 409,
    body: { detail: "只有房间的户型图能用于同户型的房间" },
  });
  const bare = await savedRoom(app, project.id, { layout: null });
  const drawing = await client.upload(to("room", bare.id, "UNIT_TYPE"), { name: "x.png", content });
  expect((await client.post(`${at}/${drawing.body.id}/share`)).body.code).toBe("NO_LAYOUT");
  const foreign = await keeper();
  const theirs = await foreign.client.upload(foreign.toRoom, { name: "x.png", content });
  expect((await client.post(`${at}/${theirs.body.id}/share`)).status).toBe(404);
  expect((await client.upload(toRoom, { name: "x.png", content })).status).toBe(201);
});
