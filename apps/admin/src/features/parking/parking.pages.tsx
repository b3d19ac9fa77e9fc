import { CarOutlined } from "@ant-design/icons";
import type { Page } from "../../app/page";

/** The pages of this module, in menu order; see apps/admin/README.md. */
export const parkingPages: readonly Page[] = [
  {
    path: "parking/spaces",
    title: "车位",
    scope: "project",
    module: "parking",
    anyOf: ["property:read"],
    menu: { group: "客户服务", section: "车位", icon: <CarOutlined /> },
    load: async () => (await import("./spaces-page")).SpacesPage,
  },
];
