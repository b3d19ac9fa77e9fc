import { SwapOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

/** Money collected for others: what is to be remitted, and what was. */
export const remittancePages: readonly Page[] = [
  {
    scope: "project",
    module: "billing",
    anyOf: ["billing:read"],
    path: "billing/remittances",
    title: "代收代付",
    menu: { group: "客户服务", section: "账务", icon: <SwapOutlined /> },
    load: async () => (await import("./remittances-page")).RemittancesPage,
  },
];
