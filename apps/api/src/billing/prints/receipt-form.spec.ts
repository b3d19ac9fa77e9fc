import { receiptForms, receiptGrid, type ReceiptForm } from "@linli/contracts";
import { readPages, Sink, squeezed } from "../../prints/pdf-text.factories.js";
import { aReceipt, aReceiptLine } from "./prints.factories.js";
import { type ReceiptData, toReceiptPrintDto, writeReceipts } from "./receipt.js";
import { widthOf } from "./receipt-grid.js";

const PARTS = ["第一联 存根", "第二联 收据", "第三联 记账"];
const many = (count: number, fen = 10_000) =>
  Array.from({ length: count }, (_, index) =>
    aReceiptLine({ itemName: `费用${index + 1}号`, amountFen: fen, receivableFen: fen }),
  );

/** The forms of a receipt, each as the text of its lines without spaces. */
function formsOf(overrides: Partial<ReceiptData>, layout: ReceiptForm = "FORM_93"): string[] {
  const { forms } = toReceiptPrintDto(aReceipt({ layout, copies: PARTS, ...overrides }));
  for (const { lines } of forms) {
    const rows = lines.map(({ row }) => row);
    expect(new Set(rows).size).toBe(rows.length);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...rows)).toBeLessThanOrEqual(receiptForms[layout].rows);
    for (const { text } of lines) expect(widthOf(text)).toBeLessThanOrEqual(receiptGrid.columns);
  }
  return forms.map(({ lines }) => lines.map(({ text }) => squeezed(text)).join("\n"));
}

test.each([
  ["FORM_93", 241, 93.1],
  ["FORM_140", 241, 139.7],
] as const)("%s is one page of its exact size, whatever the parts", async (layout, width, height) => {
  const sink = new Sink();
  await writeReceipts([aReceipt({ layout, copies: PARTS })], layout, sink);
  const pages = await readPages(sink.bytes);
  expect(pages).toHaveLength(1);
  expect([pages[0]!.width, pages[0]!.height].map((points) => Math.round((points / 72) * 254) / 10)).toEqual([
    width,
    height,
  ]);
  const [form] = formsOf({}, layout);
  for (const line of form!.split("\n")) for (const word of line.split("　")) expect(pages[0]!.text).toContain(word);
});

test("a form states everything BIL-76 asks for", () => {
  const water = { previous: "120", current: "134", multiplier: "1", usage: "14" };
  const [form] = formsOf({
    lines: [
      aReceiptLine({ discountFen: 1_000, amountFen: 5_000 }),
      aReceiptLine({ itemName: "水费", quantity: "14", unit: "吨", unitPrice: "3.45", meter: water }),
    ],
    remark: "业主委托代缴",
    prepaymentFen: 10_000,
  });
  for (const words of [
    "邻里物业服务有限公司翠湖花园物业服务中心第 1/1 页",
    "收 款 收 据",
    "日期：2026年11月8日No. SJ2026-000456",
    "付款人：王芳（K000127）房号：1-1-1011（1栋1单元1011室）",
    "收费项目计费期间数量单价应收金额优惠减免实收金额",
    "物业服务费2026-11-01~2026-11-3094.56 ㎡1.30142.9310.0050.00",
    "水费2026-11-01~2026-11-3014 吨3.45142.930.00142.93",
    "上次读数 120本次读数 134倍率 1用量 14",
    "预收款",
    "合计（人民币大写）贰佰玖拾贰元玖角叁分¥292.93",
    "收款方式：现金 257.49；收取现金 300.00找零 42.51；其中转入预收 100.00",
    "备注：业主委托代缴",
    "收款单位（盖章）：邻里物业服务有限公司翠湖花园物业服务中心收款人：李敏交款人：",
    "第一联存根第二联收据第三联记账",
  ]) {
    expect(form).toContain(squeezed(words));
  }
  for (const mark of ["补打", "已红冲", "承前页", "过次页"]) expect(form).not.toContain(mark);
});

test.each([
  ["FORM_93", 10, 11],
  ["FORM_140", 21, 22],
] as const)("%s holds %i charges; one more goes to a second form", (layout, fits, flows) => {
  expect(formsOf({ lines: many(fits) }, layout)).toHaveLength(1);
  expect(formsOf({ lines: many(flows) }, layout)).toHaveLength(2);
});

test("what does not fit flows on: each form carries the sum over, the total stands on the last", () => {
  const forms = formsOf({ lines: many(25) });
  expect(forms).toHaveLength(3);
  forms.forEach((form, index) => {
    expect(form).toContain(`第${index + 1}/3页`);
    expect(form).toContain("SJ2026-000456");
    expect(form).toContain("收费项目");
    expect(form.includes("承前页")).toBe(index > 0);
    expect(form.includes("过次页")).toBe(index < 2);
    expect(form.includes("合计（人民币大写）")).toBe(index === 2);
  });
  const carried = /过次页（本页小计([\d,.]+)）([\d,.]+)/.exec(forms[1]!)!;
  const first = /过次页（本页小计([\d,.]+)）([\d,.]+)/.exec(forms[0]!)!;
  expect(first[1]).toBe(first[2]);
  expect(forms[1]).toContain(`承前页${first[2]}`);
  expect(forms[2]).toContain(`承前页${carried[2]}`);
  expect(forms[2]).toContain("¥2,500.00");
  expect(forms.join("").match(/费用\d+号/g)).toEqual(many(25).map(({ itemName }) => itemName));
});

test("the last charge stays with the total", () => {
  const last = formsOf({ lines: many(11) }).at(-1)!;
  expect(last).toContain("费用11号");
  expect(last).toContain("合计（人民币大写）壹仟壹佰元整");
});

test("reprint, red and voided receipts say so", () => {
  expect(formsOf({ reprintNo: 2 })[0]).toContain("【补打第2次】");
  expect(formsOf({ reversed: { mark: "已作废", redNo: "SJ000460", date: "2026-11-09" } })[0]).toMatch(
    /【已作废】[^]*由红字收据No\.SJ000460冲销/,
  );
  const invoices = [{ invoiceNo: "26440000001", amountFen: null }];
  expect(formsOf({ invoices })[0]).toMatch(/【已开发票】[^]*已换开发票No\.26440000001，本收据不再作为收款凭证/);
  const red = { originalNo: "SJ000400", originalDate: "2026-11-01", reason: "收错房间" };
  const [form] = formsOf({ red, lines: [aReceiptLine({ amountFen: -14_293, receivableFen: -14_293 })] });
  expect(form).toContain("红字收据");
  expect(form).toContain("冲销原收据No.SJ000400（2026年11月1日）原因：收错房间");
  expect(form).toContain("-¥142.93");
});

test("several rooms have a column; long texts, many methods and odd characters stay inside the print area", () => {
  const rooms = ["1-1-1011", "1-1-1012"].map((code) => ({ code, name: null, areaM2: null }));
  expect(formsOf({ rooms, lines: rooms.map(({ code }) => aReceiptLine({ roomCode: code })) })[0]).toContain(
    "物业服务费1-1-1012",
  );
  const forms = formsOf({
    projectName: "物业".repeat(200),
    payerName: "公司".repeat(200),
    receiptNo: "9".repeat(80),
    cashierName: "收款员".repeat(30),
    remark: "备注\n\u0007😀".repeat(100),
    rooms: Array.from({ length: 60 }, (_, index) => ({ code: `88-88-${1000 + index}`, name: null, areaM2: null })),
    methods: Array.from({ length: 20 }, () => ({
      name: "转账",
      amountFen: 999_999_999_999,
      referenceNo: "8".repeat(64),
    })),
    red: { originalNo: "SJ000400", originalDate: "2026-11-01", reason: "原因".repeat(100) },
    lines: Array.from({ length: 7 }, () =>
      aReceiptLine({
        itemName: "公共能耗分摊费用".repeat(12),
        amountFen: 999_999_999_999,
        receivableFen: 999_999_999_999,
        discountFen: 99_999_999_999,
        meter: { previous: "9".repeat(40), current: "9".repeat(40), multiplier: "1", usage: "9".repeat(40) },
      }),
    ),
  });
  expect(forms.length).toBeGreaterThan(3);
  expect(forms.at(-1)).toContain("备注〓");
});

test("a receipt over nothing is one form", () => {
  expect(formsOf({ lines: [], methods: [], tenderedFen: null, changeFen: 0 })).toHaveLength(1);
});
