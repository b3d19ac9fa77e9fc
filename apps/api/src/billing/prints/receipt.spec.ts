import { type PageText, readPages, Sink, squeezed } from "../../prints/pdf-text.factories.js";
import { aReceipt, aReceiptLine } from "./prints.factories.js";
import { type ReceiptData, toReceiptPrintDto, writeReceipts } from "./receipt.js";

async function printed(...receipts: ReceiptData[]): Promise<PageText[]> {
  const sink = new Sink();
  await writeReceipts(receipts, receipts[0]?.layout ?? "A5", sink);
  return readPages(sink.bytes);
}

async function onlyPage(overrides: Partial<ReceiptData> = {}): Promise<string> {
  const pages = await printed(aReceipt(overrides));
  expect(pages).toHaveLength(1);
  return pages[0]?.text ?? "";
}

const negated = aReceipt().lines.map((line) => ({
  ...line,
  amountFen: -line.amountFen,
  receivableFen: -line.receivableFen,
}));

describe("收款收据", () => {
  test("is one sheet of A5 landscape", async () => {
    const [page] = await printed(aReceipt());
    expect([page?.width, page?.height].map((side) => Math.round(side ?? 0))).toEqual([595, 420]);
  });

  test("states number, date, payer, room, lines and the sum in figures and capitals", async () => {
    const text = await onlyPage();
    for (const words of [
      "收款收据",
      "SJ2026-000456",
      "2026年11月8日",
      "王芳（K000127）",
      "1-1-1011（1栋1单元1011室）",
      "物业服务费2026-11-01至2026-11-3094.56㎡1.30142.93",
      "公共能耗分摊",
      "¥257.49",
      "贰佰伍拾柒元肆角玖分",
      "收款人：李敏",
      "收款单位（盖章）：邻里物业服务有限公司翠湖花园物业服务中心",
    ]) {
      expect(text).toContain(squeezed(words));
    }
    for (const mark of ["补打", "红字", "已红冲", "联"]) expect(text).not.toContain(mark);
  });

  test("splits the methods with their reference numbers, cash tendered, change and prepayment", async () => {
    const text = await onlyPage({
      prepaymentFen: 10000,
      methods: [
        { name: "现金", amountFen: 5749, referenceNo: null },
        { name: "微信", amountFen: 30000, referenceNo: "420000123420261108" },
      ],
      tenderedFen: 10000,
      changeFen: 4251,
    });
    for (const words of [
      "现金57.49",
      "微信300.00（流水号420000123420261108）",
      "收取现金100.00找零42.51",
      "其中转入预收100.00",
      "¥357.49",
    ]) {
      expect(text).toContain(words);
    }
  });

  test("the total is what the lines, their late fees and the prepayment part add up to", () => {
    const lines = [aReceiptLine({ amountFen: 14293, lateFeeFen: 350 }), aReceiptLine({ amountFen: 5000 })];
    expect(toReceiptPrintDto(aReceipt({ lines, prepaymentFen: 357 })).totals).toEqual({
      totalFen: 20000,
      totalCapitals: "贰佰元整",
    });
  });

  test("a partial payment shows what was due beside what was paid; discount and late fee have their columns", async () => {
    const plain = await onlyPage();
    for (const title of ["应收金额", "优惠减免", "违约金"]) expect(plain).not.toContain(title);
    const text = await onlyPage({ lines: [aReceiptLine({ amountFen: 5000, discountFen: 1000, lateFeeFen: 350 })] });
    expect(text).toContain("应收金额优惠减免违约金实收金额");
    expect(text).toContain("142.9310.003.5053.50");
  });

  test("a reprint says which it is", async () => {
    expect(await onlyPage({ reprintNo: 2 })).toContain("补打第2次");
  });

  test("a red receipt has its own title, negative amounts and the number it undoes", async () => {
    const text = await onlyPage({
      lines: negated,
      methods: [{ name: "现金", amountFen: -25749, referenceNo: null }],
      tenderedFen: null,
      changeFen: 0,
      red: { originalNo: "SJ2026-000400", originalDate: "2026-11-01", reason: "收款方式选错" },
    });
    for (const words of [
      "红字收据",
      "-142.93",
      "-¥257.49",
      "负贰佰伍拾柒元肆角玖分",
      "冲销原收据No.SJ2026-000400（2026年11月1日）",
      "原因：收款方式选错",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("收款收据");
  });

  test("a reversed receipt is marked across the sheet and names the red one", async () => {
    const text = await onlyPage({ reversed: { mark: "已红冲", redNo: "SJ2026-000460", date: "2026-11-09" } });
    expect(text).toContain("已红冲");
    expect(text).toContain("由红字收据No.SJ2026-000460冲销");
    const invoiced = await onlyPage({ invoices: [{ invoiceNo: "26440000001", amountFen: 5_000 }] });
    expect(invoiced).toContain("其中50.00元已开具发票No.26440000001，这部分以发票为准");
  });

  test("each copy is a sheet with its name", async () => {
    const pages = await printed(aReceipt({ copies: ["第一联 存根", "第二联 客户", "第三联 记账"] }));
    expect(pages.map(({ text }) => /第.联../.exec(text)?.[0])).toEqual(["第一联存根", "第二联客户", "第三联记账"]);
  });

  test("many lines continue on further sheets; total and signatures stand on the last, with the last line", async () => {
    const lines = Array.from({ length: 40 }, (_, index) => aReceiptLine({ itemName: `费用${index + 1}号` }));
    const pages = await printed(aReceipt({ lines, remark: "业主委托代缴" }));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach(({ text }, index) => {
      expect(text).toContain(`第${index + 1}/${pages.length}页`);
      expect(text).toContain("收费项目");
      expect(text).toContain("SJ2026-000456");
    });
    expect(pages.filter(({ text }) => text.includes("合计（人民币大写）"))).toEqual([pages.at(-1)]);
    expect(pages.at(-1)?.text).toContain("费用40号");
    expect(pages.at(-1)?.text).toContain("业主委托代缴");
  });

  test("of several sheets each says its sum and what is carried over, and they come to the total", async () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      aReceiptLine({ itemName: `费用${index + 1}号`, amountFen: 10_000 }),
    );
    const pages = await printed(aReceipt({ lines, prepaymentFen: 0, copies: [] }));
    const fenAt = (text: string, word: string) => {
      const found = new RegExp(`${word}([\\d,]+\\.\\d\\d)`).exec(text)?.[1];
      return found === undefined ? undefined : Number(found.replaceAll(",", "")) * 100;
    };
    let carried = 0;
    for (const [index, { text }] of pages.entries()) {
      expect(fenAt(text, "承前页")).toBe(index === 0 ? undefined : carried);
      carried += fenAt(text, "本页小计")!;
      expect(fenAt(text, "过次页")).toBe(index + 1 < pages.length ? carried : undefined);
    }
    expect(carried).toBe(400_000);
    expect((await onlyPage({})).includes("本页小计")).toBe(false);
  });

  test("rooms are named line by line when there are several", async () => {
    const rooms = ["1-1-1011", "1-1-1012", "B1-0001"].map((code) => ({ code, name: null, areaM2: null }));
    const text = await onlyPage({ rooms, lines: rooms.map(({ code }) => aReceiptLine({ roomCode: code })) });
    expect(text).toContain("1-1-1011、1-1-1012、B1-0001");
    expect(text).toContain("物业服务费B1-0001");
  });

  test("a receipt over nothing, long texts and odd characters do not stop the printer", async () => {
    const pages = await printed(
      aReceipt({ lines: [], methods: [], tenderedFen: null, changeFen: 0 }),
      aReceipt({
        payerName: "公司".repeat(400),
        remark: "备注\n\u0007😀".repeat(200),
        projectName: "物业".repeat(200),
        receiptNo: "9".repeat(80),
      }),
    );
    expect(pages[0]?.text).toContain("零元整");
    expect(pages[1]?.text).toContain("备注〓备注〓");
    expect(pages[1]?.text).toContain("9".repeat(80));
  });
});
