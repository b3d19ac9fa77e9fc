import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { fromBufferPromise } from "yauzl";
import type { RequestArchiveDto } from "@linli/contracts";
import type { TestApp } from "../../../test/test-app.js";
import { newId } from "../../common/ids.js";
import { aDesk, aReceipt, savedEntry } from "../receipts.factories.js";

/** The body that asks for the archive of 2026. */
export const anArchive = (over: Partial<RequestArchiveDto> = {}): RequestArchiveDto => ({
  id: newId(),
  year: 2026,
  reason: "年度归档",
  ...over,
});

/**
 * A project that began in November 2026 with arrears from before: in November money for November and, early, for December,
 * one receipt reversed, a prepayment, a reduction; in December a bill and its payment.
 */
export async function aYear(app: TestApp) {
  app.clock.set("2026-11-10");
  const desk = await aDesk(app, { firstPeriod: "2026-11" });
  const archivist = await app.as(["property:read", "billing:read", "billing:archive"], desk.projectId, "档案员");
  const close = async (period: string, day: string) => {
    app.clock.set(day);
    const { status, body } = await desk.reviewer.post(`${desk.url}/periods/${period}/close`, { confirm: true });
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  const pay = async (...args: Parameters<typeof aReceipt>) => {
    const { status, body } = await desk.cashier.post(`${desk.url}/receipts`, aReceipt(...args));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as { id: string; receiptNo: string };
  };
  await desk.charged(30_000, "2026-10", { source: "OPENING" });
  const november = [await desk.charged(10_000, "2026-11"), await desk.charged(5_000, "2026-11")] as const;
  const december = await desk.charged(20_000, "2026-12");
  await pay(desk.owner.id, [november[0]], { prepayment: { roomId: desk.room.id, amountFen: 700 } });
  await pay(desk.owner.id, [{ id: december.id, openFen: 8_000 }]);
  const wrong = await pay(desk.owner.id, [{ id: november[1].id, openFen: 2_000 }]);
  const red = await desk.reviewer.post(`${desk.url}/receipts/${wrong.id}/reverse`, { reason: "收错了户" });
  if (red.status >= 300) throw new Error(JSON.stringify(red.body));
  await savedEntry(app, desk.projectId, november[1].id, "WAIVER", -500, "2026-11-20");
  await close("2026-11", "2026-11-30");
  app.clock.set("2026-12-05");
  await pay(desk.owner.id, [{ id: december.id, openFen: 12_000 }]);
  return { ...desk, archivist, close, pay, wrong, at: `${desk.url}/archive-exports` };
}

/** The files of a ZIP by path, in their order. */
export async function unzipped(content: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(content, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    files.set(entry.fileName, Buffer.concat(chunks));
  }
  return files;
}

/** The rows of a CSV by its heads. */
export const rowsOf = (file: Buffer | undefined): Record<string, string>[] =>
  parse(file ?? Buffer.alloc(0), { bom: true, columns: true });

export const sha256 = (content: Buffer): string => createHash("sha256").update(content).digest("hex");
