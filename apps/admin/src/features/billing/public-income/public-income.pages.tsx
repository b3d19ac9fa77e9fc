import { TeamOutlined } from "@ant-design/icons";
import type { Page } from "../../../app/page";

/** Public income: what it holds, costs and uses. */
export const publicIncomePages: readonly Page[] = [
  {
    scope: "project",
    module: "billing",
    anyOf: ["billing:read"],
    path: "billing/public-income",
    title: "公共收益",
    menu: { group: "客户服务", section: "账务", icon: <TeamOutlined /> },
    load: async () => (await import("./public-income-page")).PublicIncomePage,
  },
];
