import { AccountBookOutlined, ProfileOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";
import { recalculationPages } from "./recalculations/recalculations.pages";
import { sharePages } from "./shares/shares.pages";

const inMenu = { group: "客户服务", section: "收费" } as const;
const inTerms = { group: "客户服务", section: "项目与标准" } as const;
const page = { scope: "project", module: "billing", anyOf: ["billing:read"] } as const;

/** What is charged, at which price, for whom: from fee item to charge. In menu order. */
export const chargingPages: readonly Page[] = [
  {
    ...page,
    path: "billing/runs",
    title: "应收批次",
    menu: { ...inMenu, icon: <AccountBookOutlined /> },
    load: async () => (await import("./runs-page")).RunsPage,
  },
  {
    ...page,
    path: "billing/runs/:runId",
    title: "应收批次详情",
    parent: "billing/runs",
    load: async () => (await import("./run-page")).RunPage,
  },
  ...recalculationPages,
  {
    ...page,
    path: "billing/charges",
    title: "应收明细",
    menu: inMenu,
    load: async () => (await import("./charges-page")).ChargesPage,
  },
  {
    ...page,
    path: "billing/charges/:chargeId/print",
    title: "打印费用说明",
    bare: true,
    load: async () => (await import("./charge-print-page")).ChargePrintPage,
  },
  {
    ...page,
    path: "billing/charges/batch",
    title: "批量录入临时收费",
    anyOf: ["billing:one-off"],
    parent: "billing/charges",
    load: async () => (await import("./charge-batches/room-charges-page")).RoomChargesPage,
  },
  ...sharePages,
  {
    ...page,
    path: "billing/fee-items",
    title: "收费项目",
    menu: { ...inTerms, icon: <ProfileOutlined /> },
    load: async () => (await import("./fee-items-page")).FeeItemsPage,
  },
  {
    ...page,
    path: "billing/rates",
    title: "收费标准",
    menu: inTerms,
    load: async () => (await import("./rates-page")).RatesPage,
  },
  {
    ...page,
    path: "billing/rates/:rateId",
    title: "收费标准详情",
    parent: "billing/rates",
    load: async () => (await import("./rate-page")).RatePage,
  },
  {
    ...page,
    path: "billing/bindings",
    title: "标准绑定",
    menu: inTerms,
    load: async () => (await import("./bindings-page")).BindingsPage,
  },
  {
    ...page,
    path: "billing/bindings/new",
    title: "批量绑定",
    anyOf: ["billing:bind"],
    parent: "billing/bindings",
    load: async () => (await import("./bindings-new-page")).NewBindingsPage,
  },
  {
    ...page,
    path: "billing/bindings/objects",
    title: "绑定车位、车辆或合同",
    anyOf: ["billing:bind"],
    parent: "billing/bindings",
    load: async () => (await import("./objects/bind-objects-page")).BindObjectsPage,
  },
  {
    ...page,
    path: "billing/contracts",
    title: "收费合同",
    menu: inTerms,
    load: async () => (await import("./objects/contracts-page")).ContractsPage,
  },
  {
    ...page,
    path: "billing/late-fee-schemes",
    title: "违约金方案",
    menu: inTerms,
    load: async () => (await import("./late-fees/late-fee-schemes-page")).LateFeeSchemesPage,
  },
  {
    ...page,
    path: "billing/settings",
    title: "收费设置",
    menu: inTerms,
    load: async () => (await import("./charge-start/billing-settings-page")).BillingSettingsPage,
  },
];
