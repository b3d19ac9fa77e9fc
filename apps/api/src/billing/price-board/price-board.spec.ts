import { startTestApp } from "../../../test/test-app.js";
import { savedProject } from "../../property/property.factories.js";
import { savedFeeItem, savedRate } from "../billing.factories.js";
import { aSharePool } from "../shares/shares.factories.js";

const app = await startTestApp();
afterAll(() => app.close());

test("the board shows what is in force today with price, unit, cycle, basis and telephone, and nothing else", async () => {
  app.clock.set("2026-03-10");
  const { id } = await savedProject(app, { telephone: "0755-88880000" });
  const client = await app.as(["billing:read", "billing:rates"], id);
  const item = await savedFeeItem(app, id, { name: "物业服务费", sort: 1 });
  await savedRate(app, item, { name: "高层", legalBasis: "深价备〔2025〕8 号" }, { surcharge: "20" });
  await savedRate(app, item, { name: "已停用", active: false });
  await savedRate(app, item, { name: "未生效" }, { startsOn: "2026-04-01" });
  const water = await savedFeeItem(app, id, {
    name: "生活水费",
    kind: "METERED",
    collectedForOthers: true,
    sort: 2,
    unit: "元/m³",
  });
  const tiers = [
    { upTo: "180", price: "5" },
    { upTo: null, price: "7.5" },
  ];
  await savedRate(app, water, { name: "居民", base: "METERED", cycle: "QUARTER" }, { unitPrice: "5", tiers });
  const grown = tiers.map((tier) => (tier.upTo === null ? tier : { ...tier, perPerson: "36" }));
  const terms = { name: "多人口", base: "METERED" } as const;
  await savedRate(app, water, terms, { unitPrice: "5", surcharge: "3", tiers: grown, basePersons: 4 });
  const shared = await savedFeeItem(app, id, { name: "公共电费", kind: "SHARED", sort: 3 });
  await client.post(`/projects/${id}/share-pools`, aSharePool(shared.id, { name: "电梯用电" }));
  await savedFeeItem(app, id, { name: "上门维修", kind: "ONE_OFF", sort: 4, unit: "元/次" });

  await savedFeeItem(app, id, { name: "门禁卡", kind: "PASS", sort: 5, unit: "元/张", printForm: "COUNT" });

  const { body } = await client.get(`/projects/${id}/price-board`);
  expect(body).toMatchObject({ telephone: "0755-88880000", date: "2026-03-10" });
  expect(body.rows.map(({ feeItemName, name, price }: Record<string, unknown>) => [feeItemName, name, price])).toEqual([
    ["物业服务费", "高层", "2.38 元/m²·月 + 附加费 20.00 元"],
    [
      "生活水费",
      "多人口",
      "180 以内 5.00；180 以上 7.50（元/m³） + 附加费 3.00 元；超过 4 人的每多 1 人，第一档上限加 36",
    ],
    ["生活水费", "居民", "180 以内 5.00；180 以上 7.50（元/m³）"],
    ["公共电费", "电梯用电", "按实际发生额分摊"],
    ["上门维修", null, "收取前告知（元/次）"],
    ["门禁卡", null, "收取前告知（元/张）"],
  ]);
  expect(body.rows.slice(-2).map(({ base }: { base: string }) => base)).toEqual(["按次", "按数量"]);
  expect(body.rows[0]).toMatchObject({ legalBasis: "深价备〔2025〕8 号", cycle: "月", due: "当月 20 日" });
  const pdf = await client.get(`/projects/${id}/price-board/pdf`);
  expect([pdf.status, pdf.raw.subarray(0, 4).toString()]).toEqual([200, "%PDF"]);
});

test("the board of another project is refused", async () => {
  const [{ id: own }, { id: other }] = [await savedProject(app), await savedProject(app)];
  const client = await app.as(["billing:read"], own);
  expect((await client.get(`/projects/${other}/price-board`)).status).toBe(403);
});
