import { SwapOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of 房屋过户, in menu order. */
export const transferPages: readonly Page[] = [
  {
    path: "customer/transfers",
    title: "过户办理",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    menu: { group: "客户服务", section: "客户", icon: <SwapOutlined /> },
    load: async () => (await import("./transfers-page")).TransfersPage,
  },
  {
    path: "customer/transfers/new",
    title: "办理过户",
    scope: "project",
    module: "customer",
    anyOf: ["customer:transfer"],
    parent: "customer/transfers",
    load: async () => (await import("./transfer-new-page")).TransferNewPage,
  },
  {
    path: "customer/transfers/:transferId",
    title: "房屋过户",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    parent: "customer/transfers",
    load: async () => (await import("./transfer-page")).TransferPage,
  },
  {
    path: "customer/transfers/:transferId/print/:side",
    title: "过户结算单",
    scope: "project",
    module: "customer",
    anyOf: ["customer:read"],
    bare: true,
    load: async () => (await import("./transfer-print-page")).TransferPrintPage,
  },
];
