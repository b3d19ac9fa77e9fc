import sharp from "sharp";
import { startTestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { readPages, squeezed } from "../../prints/pdf-text.factories.js";
import { aReceipt } from "../receipts.factories.js";
import { aPlainDunning } from "./dunning.factories.js";

const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

test("the evidence of a case is one PDF: debts, clock, demands with pictures, promises, receipts, notices (BIL-113)", async () => {
  const one = await aPlainDunning(app);
  const charge = await one.charged(100_000, "2024-01", { dueOn: "2024-01-20" });
  await one.issue();
  const receipt = aReceipt(one.owner.id, [{ id: charge.id, openFen: 30_000 }]);
  await one.cashier.post(`${one.url}/receipts`, receipt);
  const promise = {
    id: newId(),
    madeOn: "2026-03-10",
    payBy: "2026-04-10",
    amountFen: 50_000,
    form: "WRITTEN",
    promisedBy: "王芳",
  };
  await one.clerk.post(`${one.at}/promises`, promise);
  const { history } = await one.one();
  const letter = { id: newId(), deliveredOn: "2026-03-10", how: "SIGNED", recipient: "王芳" };
  await one.clerk.post(`${one.url}/dunning-steps/${history[0].id}/deliveries`, letter);
  const photo = await sharp({ create: { width: 900, height: 300, channels: 3, background: "#2a7" } })
    .webp()
    .toBuffer();
  const to = `${one.url}/attachments?ownerType=dunning-step&ownerId=${history[0].id}&kind=PHOTO`;
  expect((await one.clerk.upload(to, { name: "门口照片.webp", content: photo })).status).toBe(201);
  expect((await one.cashier.upload(to, { name: "门口照片.webp", content: photo })).status).toBe(403);

  const pdf = await one.clerk.get(`${one.at}/evidence`);
  expect(pdf.headers["content-type"]).toBe("application/pdf");
  const pages = await readPages(pdf.raw);
  const text = pages.map((page) => page.text).join("");
  for (const words of [
    "催缴证据包",
    "时效自 2024-01-20 次日起计算三年",
    "2026-03-10 部分付款：至 2029-03-10",
    "2026-03-10 当面签收，王芳，时效重新计算",
    "门口照片.webp",
    "王芳，书面（有签字）",
    "300.00",
    history[0].stepNo as string,
    "送达回执",
  ])
    expect(text).toContain(squeezed(words));
  expect(pages.reduce((sum, page) => sum + page.images, 0)).toBe(1);
  expect((await one.cashier.get(`${one.at}/evidence`)).status).toBe(403);
  const log = await app.db.query(
    "SELECT summary FROM audit_log WHERE project_id = $1 AND action = 'dunning-case.export'",
    [one.projectId],
  );
  expect(log).toHaveLength(1);
});
