import ExcelJS from "exceljs";
import { readFileSync } from "node:fs";
import { checkInvariants } from "../../../test/invariants.js";
import { startTestApp } from "../../../test/test-app.js";
import { aDebitCommunity, aScheme, exported, returned, type TemplateCode } from "./debit.factories.js";

/** Files of four banks as they go out and come back (3.12), each against its template. */
const app = await startTestApp();
afterAll(() => app.close());
beforeEach(() => app.clock.set("2026-03-10"));

const AMOUNTS = [63_882, 42_588, 51_240, 21_294, 77_000, 8_800];
const fixture = (name: string) => readFileSync(new URL(`../../../test/fixtures/debit/${name}`, import.meta.url));

/** What a workbook says, cell by cell; text as it is. */
async function comparable(name: string, content: Buffer): Promise<unknown> {
  if (!name.endsWith(".xlsx")) return content.toString("latin1");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content as unknown as ArrayBuffer);
  return book.worksheets[0]!.getSheetValues();
}

test.each<[TemplateCode, string, string, object, Record<string, string>]>([
  [
    "BANK_FRONT_END",
    "bank-front-end",
    "txt",
    {
      status: "RETURNED",
      succeededCount: 3,
      collectedFen: 170_882,
      failedCount: 2,
      failedFen: 63_882,
      shortFen: 21_240,
      inProcessFen: 8_800,
    },
    { XY20260004: "SUSPENDED" },
  ],
  [
    "PAYMENT_COMPANY",
    "payment-company",
    "txt",
    {
      status: "RETURNED",
      succeededCount: 2,
      collectedFen: 140_882,
      failedCount: 3,
      failedFen: 115_122,
      shortFen: 0,
      inProcessFen: 8_800,
    },
    { XY20260003: "ENDED", XY20260004: "SUSPENDED" },
  ],
  [
    "WATER_UTILITY",
    "water-utility",
    "txt",
    {
      status: "RETURNED",
      succeededCount: 3,
      collectedFen: 192_122,
      failedCount: 2,
      failedFen: 63_882,
      shortFen: 0,
      inProcessFen: 8_800,
    },
    { XY20260004: "PENDING" },
  ],
  [
    "EXCEL_TO_BRANCH",
    "excel-to-branch",
    "xlsx",
    {
      status: "RETURNED",
      succeededCount: 3,
      collectedFen: 170_882,
      failedCount: 2,
      failedFen: 63_882,
      shortFen: 21_240,
      inProcessFen: 8_800,
    },
    { XY20260004: "SUSPENDED" },
  ],
])(
  "%s: the file out is the bank's layout to the byte, its answer is booked",
  async (code, name, form, sums, states) => {
    const community = await aDebitCommunity(app, code, AMOUNTS);
    const batch = await exported(community);
    const requestName = `${name}-request.${form}`;
    expect(await comparable(requestName, batch.file)).toEqual(await comparable(requestName, fixture(requestName)));
    const reply = await returned(community.clerk, community.at, batch.id, fixture(`${name}-return.${form}`));
    expect(reply).toMatchObject({ status: 200, body: sums });
    const { items } = (await community.clerk.get(`${community.at}/debit-agreements`)).body;
    const changed = items.filter(({ status }: { status: string }) => status !== "ACTIVE");
    expect(
      Object.fromEntries(changed.map((one: { agreementNo: string; status: string }) => [one.agreementNo, one.status])),
    ).toEqual(states);
    await checkInvariants(app.db, community.projectId);
  },
);

test("a workbook may have a header and a trailer of fewer columns", async () => {
  const { result } = aScheme("EXCEL_TO_BRANCH");
  const header = [{ field: "BATCH_NO" as const }, { field: "COUNT" as const }];
  const trailer = [{ field: "CONSTANT" as const, text: "合计" }, { field: "SUCCESS_COUNT" as const }];
  const community = await aDebitCommunity(app, "EXCEL_TO_BRANCH", AMOUNTS, { result: { ...result, header, trailer } });
  const batch = await exported(community);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(fixture("excel-to-branch-return.xlsx") as unknown as ArrayBuffer);
  book.worksheets[0]!.insertRow(1, [batch.batchNo, 6]);
  book.worksheets[0]!.addRow(["合计", 3]);
  const answer = Buffer.from(await book.xlsx.writeBuffer());
  const reply = await returned(community.clerk, community.at, batch.id, answer);
  expect(reply).toMatchObject({ status: 200, body: { succeededCount: 3, collectedFen: 170_882 } });
});

describe("a return file that is not what was sent for is refused as a whole", () => {
  let sent: Awaited<ReturnType<typeof aDebitCommunity>> & { batch: Awaited<ReturnType<typeof exported>> };
  beforeAll(async () => {
    app.clock.set("2026-03-10");
    const community = await aDebitCommunity(app, "BANK_FRONT_END", AMOUNTS);
    sent = { ...community, batch: await exported(community) };
  });

  test.each([
    ["of another batch", "other-batch", "批次 DK000002"],
    ["with fewer lines than its header says", "truncated", "截断"],
    ["cut off in a line", "cut-off", "截断"],
    ["with a line twice", "doubled", "重复"],
    ["with another control sum", "other-sum", "成功金额"],
    ["in another encoding", "utf8", "UTF-8"],
    ["with a line we did not send", "foreign-line", "不是这个批次的明细"],
  ])("%s", async (_what, file, word) => {
    const { at, clerk, batch, projectId } = sent;
    for (const verb of ["return/check", "return"] as const) {
      const reply = await returned(clerk, at, batch.id, fixture(`bank-front-end-return-${file}.txt`), verb);
      expect(reply).toMatchObject({ status: 409, body: { code: "DEBIT_RETURN_REFUSED" } });
      expect(reply.body.detail).toContain(word);
    }
    expect((await clerk.get(`${at}/debit-batches/${batch.id}`)).body).toMatchObject({
      status: "EXPORTED",
      collectedFen: 0,
      inProcessFen: 264_804,
    });
    await checkInvariants(app.db, projectId);
  });

  test("but not for a name that happens to be UTF-8 in GBK", async () => {
    const { at, clerk, batch } = sent;
    const file = fixture("bank-front-end-return.txt").toString("latin1");
    const [zhang, zheng] = ["\xd5\xc5\xce\xb0", "\xd6\xa3\xce\xb0"];
    const among = file.replace(zhang, zheng);
    // the only name in the file
    const alone = among.replace(/[\x80-\xff]{4,}/g, (text) => (text === zheng ? text : " ".repeat(text.length)));
    expect(alone.match(/[\x80-\xff]+/g)).toEqual([zheng]);
    for (const text of [among, alone]) {
      const reply = await returned(clerk, at, batch.id, Buffer.from(text, "latin1"), "return/check");
      expect(reply).toMatchObject({ status: 200, body: { succeededCount: 3, collectedFen: 170_882 } });
    }
  });

  test.each([
    ["something that is no text of a bank", Buffer.from([0, 1, 2, 3])],
    ["an empty header", Buffer.from("\r\n")],
    ["a workbook", fixture("excel-to-branch-return.xlsx")],
  ])("%s", async (_what, content) => {
    const { at, clerk, batch } = sent;
    const reply = await returned(clerk, at, batch.id, content);
    expect(reply).toMatchObject({ status: 409, body: { code: "DEBIT_RETURN_REFUSED" } });
  });
});
