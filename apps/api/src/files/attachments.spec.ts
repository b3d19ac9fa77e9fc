import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { startTestApp } from "../../test/test-app.js";
import { newId } from "../common/ids.js";
import { RuleViolation } from "../common/rule-violation.js";
import { Config } from "../config.js";
import { savedProject, savedRoom } from "../property/property.factories.js";
import { AttachmentOwners, rowOf } from "./attachment-owners.js";

const app = await startTestApp();
const folder = path.join(app.app.get(Config).LINLI_DATA_DIR, "files");
afterAll(() => app.close());

const closed = new Set<string>();
app.app.get(AttachmentOwners).register("room-deed", {
  label: "房屋契据",
  read: "property:inspect",
  write: "property:areas",
  kinds: { DEED: "产权证", PHOTO: "照片" },
  max: 2,
  find: rowOf("room", "room"),
  accept: (_tx, _projectId, ownerId, { action }) => {
    if (closed.has(ownerId))
      throw new RuleViolation("CLOSED", `已归档，不能再${action === "add" ? "上传" : "删除"}附件`);
    return Promise.resolve();
  },
});

const photo = (width = 640, height = 400) => sharp({ create: { width, height, channels: 3, background: "#2a7" } });
const png = await photo().png().toBuffer();
const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

async function keeper() {
  const project = await savedProject(app);
  const room = await savedRoom(app, project.id);
  const client = await app.as(["property:read", "property:inspect", "property:areas"], project.id, "王工");
  const at = `/projects/${project.id}/attachments`;
  const to = (ownerId: string, kind = "PHOTO", ownerType = "room-deed") =>
    `${at}?ownerType=${ownerType}&ownerId=${ownerId}&kind=${kind}`;
  return { project, room, client, at, to, list: `${at}?ownerType=room-deed&ownerId=${room.id}` };
}

test("a picture and a PDF are kept with a thing, served, and taken out of sight", async () => {
  const { project, room, client, at, to, list } = await keeper();
  const picture = await client.upload(to(room.id), { name: "客厅.png", content: png });
  expect(picture).toMatchObject({
    status: 201,
    body: { kind: "PHOTO", kindLabel: "照片", name: "客厅.png", width: 640, height: 400, createdByName: "王工" },
  });
  const deed = await client.upload(to(room.id, "DEED"), { name: "产权证.pdf", content: pdf });
  expect(deed).toMatchObject({ status: 201, body: { contentType: "application/pdf", size: pdf.length, width: null } });
  expect((await client.get(list)).body.items).toEqual([picture.body, deed.body]);

  const served = await client.get(`${at}/${deed.body.id}/content`);
  expect(served.raw.equals(pdf)).toBe(true);
  expect(served.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("产权证.pdf")}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const thumbnail = await client.get(`${at}/${picture.body.id}/thumbnail`);
  expect(await sharp(thumbnail.raw).metadata()).toMatchObject({ format: "webp", width: 320 });
  expect((await client.get(`${at}/${deed.body.id}/thumbnail`)).status).toBe(404);

  expect((await client.delete(`${at}/${deed.body.id}`)).status).toBe(204);
  expect((await client.get(list)).body.items).toEqual([picture.body]);
  expect((await client.get(`${at}/${deed.body.id}/content`)).status).toBe(404);
  expect((await client.delete(`${at}/${deed.body.id}`)).status).toBe(404);
  expect(existsSync(path.join(folder, project.id, deed.body.id))).toBe(true);
  const trace = await app.db.query(
    "SELECT action, summary FROM audit_log WHERE project_id = $1 AND entity = 'room' AND entity_id = $2 ORDER BY id",
    [project.id, room.id],
  );
  expect(trace).toEqual([
    { action: "attachment.add", summary: "上传房屋契据附件（照片）客厅.png" },
    { action: "attachment.add", summary: "上传房屋契据附件（产权证）产权证.pdf" },
    { action: "attachment.remove", summary: "删除房屋契据附件（产权证）产权证.pdf" },
  ]);
});

const NO_FILE = "这个文件不是能打开的 JPG、PNG、WebP 图片，也不是 PDF";

test.each([
  ["a program named .pdf", Buffer.from("MZ\u0090\u0000 this program"), 400, NO_FILE],
  ["a page named .pdf", Buffer.from("<html><script>alert(1)</script></html>"), 400, NO_FILE],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 400, NO_FILE],
  ["half a picture", png.subarray(0, 200), 400, "这个文件不是能打开的 JPG、PNG 或 WebP 图片"],
  ["nothing", Buffer.alloc(0), 400, "请选择要上传的文件"],
  ["40 MB", Buffer.concat([pdf, Buffer.alloc(40 * 1024 * 1024)]), 413, "文件不能超过 20 MB"],
])("refuses %s and keeps nothing of it", async (_what, content, status, detail) => {
  const { project, room, client, to, list } = await keeper();
  expect(await client.upload(to(room.id), { name: "x.pdf", content })).toMatchObject({ status, body: { detail } });
  expect(existsSync(path.join(folder, project.id)) ? readdirSync(path.join(folder, project.id)) : []).toEqual([]);
  expect((await client.get(list)).body.items).toEqual([]);
});

test("refuses unknown things, kinds and too many, and what the thing itself refuses", async () => {
  const { project, room, client, to, at } = await keeper();
  const file = { name: "x.png", content: png };
  expect(await client.upload(to(newId()), file)).toMatchObject({ status: 404, body: { detail: "房屋契据不存在" } });
  expect((await client.upload(to(room.id, "PHOTO", "room-nothing"), file)).status).toBe(404);
  expect((await client.upload(to(room.id, "PHOTO", "Room%20x"), file)).status).toBe(400);
  for (const kind of ["LETTER", "TO_STRING", "constructor"])
    expect((await client.upload(to(room.id, kind), file)).status).toBe(400);
  expect((await client.upload(to(room.id, "LETTER"), file)).body.fields).toEqual({
    kind: ["附件类型只能是：产权证、照片"],
  });
  expect((await client.get(`${at}?ownerType=room-deed&ownerId=${newId()}`)).status).toBe(404);

  const [first] = [await client.upload(to(room.id), file), await client.upload(to(room.id), file)];
  expect(await client.upload(to(room.id), file)).toMatchObject({
    status: 409,
    body: { code: "TOO_MANY_FILES", detail: "最多保存 2 个文件，请先删除不用的" },
  });
  closed.add(room.id);
  expect(await client.delete(`${at}/${first?.body.id}`)).toMatchObject({
    status: 409,
    body: { detail: "已归档，不能再删除附件" },
  });
  expect(readdirSync(path.join(folder, project.id)).length).toBe(4);
});

test("of uploads at once no more are kept than the thing may have", async () => {
  const { room, client, to, at } = await keeper();
  const file = { name: "x.png", content: png };
  const replies = await Promise.all([1, 2, 3, 4].map(() => client.upload(to(room.id), file)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409]);
  expect((await client.get(`${at}?ownerType=room-deed&ownerId=${room.id}`)).body.items).toHaveLength(2);
});

test("a foreign project's file is not found, and each right opens its own", async () => {
  const { project, room, client, at, to, list } = await keeper();
  const other = await keeper();
  const file = { name: "x.png", content: png };
  const foreign = await other.client.upload(other.to(other.room.id), file);
  expect((await client.get(`${at}/${foreign.body.id}/content`)).status).toBe(404);
  expect((await client.delete(`${at}/${foreign.body.id}`)).status).toBe(404);
  expect((await client.upload(to(other.room.id), file)).status).toBe(404);
  expect((await client.get(`${other.at}/${foreign.body.id}/content`)).status).toBe(403);

  const mine = await client.upload(to(room.id), file);
  const reader = await app.as(["property:read", "property:inspect"], project.id);
  expect((await reader.get(list)).body.items).toHaveLength(1);
  expect((await reader.upload(to(room.id), file)).status).toBe(403);
  expect((await reader.delete(`${at}/${mine.body.id}`)).status).toBe(403);
  const stranger = await app.as(["property:read", "property:write"], project.id);
  expect((await stranger.get(list)).status).toBe(403);
  expect((await stranger.get(`${at}/${mine.body.id}/content`)).status).toBe(403);
  expect((await stranger.get(`/projects/${project.id}/pictures/${mine.body.id}/content`)).status).toBe(404);
  expect((await app.anonymous().get(`${at}/${mine.body.id}/content`)).status).toBe(401);
});
