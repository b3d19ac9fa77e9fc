import type { NoticeArrearDto, NoticeChargeDto, ReceiptLineDto } from "@linli/contracts";
import type { NoticeData } from "./notice.js";
import type { ReceiptData } from "./receipt.js";

/** A full month of room 1011: area × price + surcharge 20. */
export function aNoticeCharge(overrides: Partial<NoticeChargeDto> = {}): NoticeChargeDto {
  return {
    roomCode: "1-1-1011",
    itemName: "物业服务费",
    from: "2026-11-01",
    to: "2026-11-30",
    quantity: "94.56",
    unit: "㎡",
    unitPrice: "1.30",
    surchargeFen: 2000,
    amountFen: 14293,
    lastFen: null,
    shareFen: 0,
    waivedFen: 0,
    offsetFen: 0,
    paidFen: 0,
    openFen: 14293,
    tax: null,
    explanation: "94.56 ㎡ × 1.30 元/㎡·月 × 1 个月 ＋ 附加费 20.00 元 ＝ 142.928，四舍五入到分",
    meter: null,
    ...overrides,
  };
}

export function aNoticeArrear(overrides: Partial<NoticeArrearDto> = {}): NoticeArrearDto {
  return {
    roomCode: "1-1-1011",
    itemName: "物业服务费",
    from: "2026-10-01",
    to: "2026-10-31",
    dueDate: "2026-10-15",
    amountFen: 14293,
    paidFen: 4293,
    openFen: 10000,
    ...overrides,
  };
}

export function aNotice(overrides: Partial<NoticeData> = {}): NoticeData {
  return {
    projectName: "邻里物业服务有限公司翠湖花园物业服务中心",
    noticeNo: "TZ202611-000123",
    printedOn: "2026-11-03",
    customerName: "王芳",
    customerNo: "K000127",
    rooms: [{ code: "1-1-1011", name: "1栋1单元1011室", areaM2: "94.56" }],
    debitAccountMasked: null,
    period: "2026-11",
    arrears: [],
    charges: [
      aNoticeCharge(),
      aNoticeCharge({
        itemName: "公共能耗分摊",
        unitPrice: "1.00",
        amountFen: 11456,
        openFen: 11456,
        explanation: "94.56 ㎡ × 1.00 元/㎡·月 × 1 个月 ＋ 附加费 20.00 元 ＝ 114.56",
      }),
    ],
    lateFee: null,
    prepaymentBalanceFen: null,
    terms: {
      paymentMethods: [
        "物业服务中心前台（现金、刷卡）",
        "微信、支付宝扫码",
        "转账至翠湖花园物业服务中心账户，请注明房号",
      ],
      dueDate: "2026-11-15",
      telephone: "0571-0000 1234（每日 8:30—18:00）",
      objectionDays: 7,
      others: ["逾期未缴的，自缴费期限届满次日起按日计收违约金。"],
    },
    qrCode: null,
    ...overrides,
  };
}

export function aReceiptLine(overrides: Partial<ReceiptLineDto> = {}): ReceiptLineDto {
  return {
    roomCode: "1-1-1011",
    itemName: "物业服务费",
    from: "2026-11-01",
    to: "2026-11-30",
    quantity: "94.56",
    unit: "㎡",
    unitPrice: "1.30",
    receivableFen: 14293,
    discountFen: 0,
    lateFeeFen: 0,
    amountFen: 14293,
    meter: null,
    ...overrides,
  };
}

export function aReceipt(overrides: Partial<ReceiptData> = {}): ReceiptData {
  return {
    projectName: "邻里物业服务有限公司翠湖花园物业服务中心",
    payeeName: null,
    receiptNo: "SJ2026-000456",
    receivedOn: "2026-11-08",
    payerName: "王芳",
    payerNo: "K000127",
    rooms: [{ code: "1-1-1011", name: "1栋1单元1011室", areaM2: "94.56" }],
    lines: [
      aReceiptLine(),
      aReceiptLine({ itemName: "公共能耗分摊", unitPrice: "1.00", receivableFen: 11456, amountFen: 11456 }),
    ],
    prepaymentFen: 0,
    methods: [{ name: "现金", amountFen: 25749, referenceNo: null }],
    tenderedFen: 30000,
    changeFen: 4251,
    cashierName: "李敏",
    remark: null,
    layout: "A5",
    copies: [],
    reprintNo: 0,
    red: null,
    reversed: null,
    invoices: [],
    ...overrides,
  };
}
