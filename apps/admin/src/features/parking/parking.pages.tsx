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
  {
    path: "parking/vehicles",
    title: "车辆",
    scope: "project",
    module: "parking",
    anyOf: ["parking:read"],
    menu: { group: "客户服务", section: "车位" },
    load: async () => (await import("./vehicles-page")).VehiclesPage,
  },
  {
    path: "parking/vehicles/:vehicleId",
    title: "车辆档案",
    scope: "project",
    module: "parking",
    anyOf: ["parking:read"],
    parent: "parking/vehicles",
    load: async () => (await import("./vehicle-page")).VehiclePage,
  },
];
