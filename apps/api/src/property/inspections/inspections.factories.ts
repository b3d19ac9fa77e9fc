import type { SaveDefectDto, SaveInspectionDto, SaveInspectionTemplateDto } from "@linli/contracts";
import sharp from "sharp";
import type { Reply, TestApp, TestClient } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { savedProject, savedRoom } from "../property.factories.js";

/** Three items in two parts of a room, for all layouts. */
export const aTemplate = (overrides: Partial<SaveInspectionTemplateDto> = {}): SaveInspectionTemplateDto => ({
  name: "通用模板",
  groups: [
    { name: "厨房", items: [{ name: "墙面", standard: "平整无空鼓" }, { name: "水龙头" }] },
    { name: "卫生间", items: [{ name: "地漏", standard: "排水通畅" }] },
  ],
  ...overrides,
});

export const aHead = { inspectedOn: "2026-03-10", inspectorName: "王工", takerName: "张三", takerRelation: "业主" };

export const aDefect = (overrides: Partial<SaveDefectDto> = {}): SaveDefectDto => ({
  id: newId(),
  itemNo: 1,
  place: "厨房北墙",
  description: "空鼓约 0.3 平方米",
  severity: "MAJOR",
  contractor: "宏远装饰",
  deadline: "2026-03-20",
  ...overrides,
});

/** What an engineer has recorded: all items good unless named otherwise. */
export const aRecord = (version: number, overrides: Partial<SaveInspectionDto> = {}): SaveInspectionDto => ({
  ...aHead,
  version,
  items: [1, 2, 3].map((no) => ({ no, result: "PASS" })),
  readings: [{ kind: "WATER", meterNo: "W-1001", reading: "12.5" }],
  defects: [],
  ...overrides,
});

export const signature = await sharp({ create: { width: 300, height: 120, channels: 4, background: "#0000" } })
  .png()
  .toBuffer();

/** A project with a template, a room and an engineer, and what he does. */
export async function engineer(app: TestApp) {
  const project = await savedProject(app);
  const room = await savedRoom(app, project.id);
  const client = await app.as(["property:read", "property:inspect"], project.id, "王工");
  const at = `/projects/${project.id}`;
  await client.post(`${at}/inspection-templates`, aTemplate());
  return { project, room, client, at, ...actions(client, at, room.id) };
}

/** The steps of an inspection of a room as a person takes them. */
export function actions(client: TestClient, at: string, roomId: string) {
  const begin = async (overrides: object = {}): Promise<Reply["body"]> =>
    (await client.post(`${at}/inspections`, { ...aHead, roomId, begin: true, ...overrides })).body;
  const sign = (id: string, version: number, role = "TAKER") =>
    client.upload(
      `${at}/inspections/${id}/signatures?role=${role}&name=${encodeURIComponent("张三")}&version=${version}`,
      { name: "signature.png", content: signature },
    );
  /** From beginning to signed and completed. */
  const inspect = async (
    overrides: Partial<SaveInspectionDto> = {},
    beginning: object = {},
  ): Promise<Reply["body"]> => {
    const { id, version } = await begin(beginning);
    const saved = await client.put(`${at}/inspections/${id}`, aRecord(version, overrides));
    await sign(id, saved.body.version);
    return (await client.post(`${at}/inspections/${id}/complete`, { version: saved.body.version })).body;
  };
  /** With one failed item and its defect. */
  const inspectWith = (...defects: SaveDefectDto[]) =>
    inspect({
      items: [
        { no: 1, result: "FAIL" },
        { no: 2, result: "PASS" },
        { no: 3, result: "NONE" },
      ],
      defects,
    });
  return { begin, sign, inspect, inspectWith };
}
