/** How to pay, as every paper says. */
export const WAYS_TO_PAY = "缴费方式：物业服务中心前台（现金、刷卡、微信、支付宝）；银行转账，请注明房号和姓名。";

/** What a 催款单 says about the law (BIL-114, LAW-06, LAW-13). It threatens with nothing but a court. */
export const LEGAL_BASIS: readonly string[] = [
  "法律依据：《民法典》第九百四十四条，业主应当按照约定向物业服务人支付物业费；经催告在合理期限内仍不支付的，物业服务人可以提起诉讼或者申请仲裁。",
  "对所列费用或者服务有异议的，请在收到之日起 7 日内向我处提出，我处核实后书面答复。",
  WAYS_TO_PAY,
  "我处不会因欠费停水、停电、停气或者限制通行。",
];
