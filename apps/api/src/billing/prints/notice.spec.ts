import { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { writeNotices, type NoticeData } from "./notice.js";
import { toNoticePrintDto } from "./notice-totals.js";
import { type PageText, readPages, Sink, squeezed } from "../../prints/pdf-text.factories.js";
import { qrRows } from "../../prints/qr-code.js";
import { aNotice, aNoticeArrear, aNoticeCharge } from "./prints.factories.js";

async function printed(...notices: NoticeData[]): Promise<PageText[]> {
  const sink = new Sink();
  await writeNotices(notices, sink);
  return readPages(sink.bytes);
}

async function firstPage(overrides: Partial<NoticeData> = {}): Promise<string> {
  const [page] = await printed(aNotice(overrides));
  return page?.text ?? "";
}

describe("收费通知单", () => {
  test("is one A4 page that names project, customer, room and period", async () => {
    const pages = await printed(aNotice());
    expect(pages).toHaveLength(1);
    expect([pages[0]?.width, pages[0]?.height].map((side) => Math.round(side ?? 0))).toEqual([595, 842]);
    for (const words of [
      "邻里物业服务有限公司翠湖花园物业服务中心",
      "收费通知单",
      "王芳",
      "K000127",
      "TZ202611-000123",
      "1-1-1011（1栋1单元1011室）",
      "94.56 ㎡",
      "2026年11月3日",
      "2026年11月15日",
      "第 1/1 页",
    ]) {
      expect(pages[0]?.text).toContain(squeezed(words));
    }
  });

  test("states every charge, how it came about, and the sum in figures and capitals", async () => {
    const text = await firstPage();
    for (const words of [
      "物业服务费",
      "142.93",
      "公共能耗分摊",
      "114.56",
      "计算：94.56 ㎡ × 1.30 元",
      "¥257.49",
      "贰佰伍拾柒元肆角玖分",
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  test("adds arrears, new charges and late fee up to what is payable", async () => {
    const notice = aNotice({
      arrears: [aNoticeArrear({ openFen: 10000 }), aNoticeArrear({ openFen: 14293 })],
      charges: [aNoticeCharge({ openFen: 14293 }), aNoticeCharge({ openFen: 0, paidFen: 11456 })],
      lateFee: { amountFen: 382, rule: "每日 0.05%", asOf: "2026-11-03" },
    });
    expect(toNoticePrintDto(notice).totals).toEqual({
      arrearsFen: 24293,
      currentFen: 14293,
      lateFeeFen: 382,
      payableFen: 38968,
      payableCapitals: "叁佰捌拾玖元陆角捌分",
    });
    const [page] = await printed(notice);
    for (const words of ["往期欠费", "242.93", "每日 0.05%（计至 2026-11-03）", "¥389.68", "叁佰捌拾玖元陆角捌分"])
      expect(page?.text).toContain(squeezed(words));
  });

  test("shows the columns something stands in, and only those", async () => {
    const plain = await firstPage({ charges: [aNoticeCharge({ surchargeFen: 0 })] });
    for (const title of [
      "附加费金额",
      "减免",
      "预收冲抵",
      "物业服务费1-1-1011",
      "往期欠费小计",
      "划款账户",
      "预收余额",
    ])
      expect(plain).not.toContain(squeezed(title));
    const full = await firstPage({
      charges: [aNoticeCharge({ waivedFen: 100, offsetFen: 200 })],
      debitAccountMasked: "中国工商银行 6222 **** **** 1234",
      prepaymentBalanceFen: 5000,
    });
    for (const words of ["附加费", "减免", "预收冲抵", "中国工商银行 6222 **** **** 1234", "预收余额¥50.00"])
      expect(full).toContain(squeezed(words));
  });

  test("states the readings of a metered item", async () => {
    const text = await firstPage({
      charges: [
        aNoticeCharge({
          itemName: "水费",
          quantity: "14",
          unit: "吨",
          meter: { previous: "120", current: "134", multiplier: "1", usage: "14" },
        }),
      ],
    });
    expect(text).toContain("上次读数120本次读数134倍率1用量14");
    expect(text).toContain("14吨");
  });

  test("states net, rate and tax of an item that has a rate, and nothing where it has none", async () => {
    const tax = { taxCode: "3040502", taxRate: "9", netFen: 9_174, taxFen: 826 };
    const text = await firstPage({ charges: [aNoticeCharge({ itemName: "车位租金", amountFen: 10_000, tax })] });
    expect(text).toContain("税额：不含税91.74税率9%税额8.26");
    expect(await firstPage({ charges: [aNoticeCharge({ tax: null })] })).not.toContain("税率");
  });

  test("a charge of nothing and a month without charges are printed as such", async () => {
    expect(await firstPage({ charges: [aNoticeCharge({ amountFen: 0, openFen: 0 })] })).toContain("零元整");
    expect(await firstPage({ charges: [] })).toContain("本期没有新的应收费用。");
  });

  test("40 charges run over several pages, each with the head of the table and its page number", async () => {
    const pages = await printed(
      aNotice({ charges: Array.from({ length: 40 }, (_, index) => aNoticeCharge({ itemName: `费用${index + 1}号` })) }),
    );
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach(({ text }, index) => expect(text).toContain(`第${index + 1}/${pages.length}页`));
    const all = pages.map(({ text }) => text).join("");
    for (let index = 1; index <= 40; index++) expect(all.split(`费用${index}号`)).toHaveLength(2);
    expect(pages[1]?.text).toContain("收费通知单（续）");
    expect(pages[1]?.text).toContain("计费期间");
    expect(pages.at(-1)?.text).toContain("应付合计（人民币大写）");
  });

  test("each notice of a batch begins on its own page and counts its own pages", async () => {
    const long = aNotice({ customerName: "李雷", charges: Array.from({ length: 30 }, () => aNoticeCharge()) });
    const pages = await printed(aNotice(), long, aNotice({ customerName: "韩梅" }));
    const last = pages.length - 1;
    expect(pages[0]?.text).toContain("第1/1页");
    expect(pages[1]?.text).toContain("李雷");
    expect(pages[1]?.text).toContain(`第1/${last - 1}页`);
    expect(pages[last]?.text).toContain("韩梅");
    expect(pages[last]?.text).toContain("第1/1页");
  });

  test("characters the font lacks become 〓, one for each emoji, and controls vanish", async () => {
    const text = await firstPage({ customerName: "张\u0000三👨‍👩‍👧𠮷\ud800\u200b丰" });
    expect(text).toContain("张三〓〓〓丰");
  });

  test("very long names and sentences are wrapped and cut, not lost over the edge", async () => {
    const pages = await printed(
      aNotice({
        projectName: "物业".repeat(300),
        customerName: "长名".repeat(500),
        charges: [aNoticeCharge({ itemName: "收费项目".repeat(200), explanation: "说明".repeat(2000) })],
        terms: {
          paymentMethods: ["转账".repeat(800)],
          dueDate: null,
          telephone: null,
          objectionDays: null,
          others: ["W".repeat(3000)],
        },
      }),
    );
    expect(pages.length).toBeLessThanOrEqual(3);
    expect(pages[0]?.text).toContain("…");
  });

  test("the QR code is drawn without a picture, and takes no place where there is none", async () => {
    const code = { rows: ["1101", "0010", "1111", "0000"], caption: "微信扫码缴费" };
    const pages = await printed(aNotice({ qrCode: code }), aNotice());
    expect(pages.map(({ text }) => text.includes("微信扫码缴费"))).toEqual([true, false]);
    expect(pages.map(({ images }) => images)).toEqual([0, 0]);
    // the frame and, however many modules it has, one figure
    expect(pages[0]!.paths - pages[1]!.paths).toBe(2);
  });

  test("the notes name due date, ways to pay, objection period and telephone", async () => {
    const text = await firstPage();
    for (const words of ["请于 2026年11月15日 前", "缴费方式：", "7 日内", "0571-0000 1234"])
      expect(text).toContain(squeezed(words));
  });
});

describe("a batch of notices", () => {
  test("2,000 notices need no more memory than 200", async () => {
    const heap: number[] = [];
    async function* notices() {
      for (let index = 0; index < 2000; index++) {
        if (index === 200 || index === 1999) heap.push(await usedHeap());
        yield aNotice({
          noticeNo: `TZ${index}`,
          customerName: `客户${index}`,
          qrCode: { rows: qrRows(`https://pay.example.com/bill?notice=TZ${index}&room=1-1-1011`), caption: "扫码缴费" },
        });
      }
    }
    const written = await writeNotices(notices(), new Writable({ write: (_chunk, _encoding, done) => done() }));
    expect(written).toEqual({ documents: 2000, pages: 2000 });
    expect((heap[1] ?? 0) - (heap[0] ?? 0)).toBeLessThan(8 * 1024 * 1024);
  }, 60_000);

  test("waits for a slow reader instead of drawing ahead", async () => {
    let drawn = 0;
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    function* notices() {
      for (; drawn < 200; drawn++) yield aNotice();
    }
    const slow = new Writable({
      highWaterMark: 1024,
      write: (_chunk, _encoding, done) => void gate.then(() => done()),
    });
    const writing = writeNotices(notices(), slow);
    for (let turn = 0; turn < 50; turn++) await setImmediate();
    expect(drawn).toBeLessThan(10);
    release();
    await expect(writing).resolves.toEqual({ documents: 200, pages: 200 });
  });

  test("a source that fails midway fails the print and leaves no document that looks whole", async () => {
    function* notices() {
      yield aNotice();
      throw new Error("connection lost");
    }
    const sink = new Sink();
    await expect(writeNotices(notices(), sink)).rejects.toThrow("connection lost");
    expect(sink.destroyed).toBe(true);
    expect(sink.bytes.includes("%%EOF")).toBe(false);
  });

  test("nothing to print is refused", async () => {
    await expect(writeNotices([], new Sink())).rejects.toThrow("没有可打印的单据");
  });
});

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function usedHeap(): Promise<number> {
  await setImmediate();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
