import { CheckSquareOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const approvalPages: readonly Page[] = [
  {
    path: "approvals",
    title: "审批",
    scope: "project",
    anyOf: ["property:read"],
    menu: { icon: <CheckSquareOutlined /> },
    load: async () => (await import("./approvals-page")).ApprovalsPage,
  },
];
