import { QrcodeOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

const inMenu = { group: "客户服务", section: "线上支付" } as const;
const shared = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** The pages of online payments. */
export const onlinePages: readonly Page[] = [
  {
    ...shared,
    path: "billing/online/orders",
    title: "线上订单",
    menu: { ...inMenu, icon: <QrcodeOutlined /> },
    load: async () => (await import("./orders-page")).OrdersPage,
  },
  {
    ...shared,
    path: "billing/online/orders/:orderId",
    title: "线上订单",
    parent: "billing/online/orders",
    load: async () => (await import("./order-page")).OrderPage,
  },
  {
    ...shared,
    path: "billing/online/statements",
    title: "渠道对账",
    menu: inMenu,
    load: async () => (await import("./statements-page")).StatementsPage,
  },
  {
    ...shared,
    path: "billing/online/statements/:statementId",
    title: "渠道对账单",
    parent: "billing/online/statements",
    load: async () => (await import("./statement-page")).StatementPage,
  },
  {
    ...shared,
    path: "billing/online/channels",
    title: "支付渠道",
    menu: inMenu,
    load: async () => (await import("./channels-page")).ChannelsPage,
  },
];
