import type { Page } from "../../app/page";

/** Splits and merges of rooms; see property.pages.tsx. */
export const restructurePages: readonly Page[] = [
  {
    path: "property/restructures",
    title: "拆分合并记录",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    menu: { group: "客户服务", section: "房产" },
    load: async () => (await import("./restructures-page")).RestructuresPage,
  },
  {
    path: "property/restructures/split",
    title: "拆分房间",
    scope: "project",
    module: "property",
    anyOf: ["property:restructure"],
    parent: "property/restructures",
    load: async () => (await import("./restructure-new-page")).SplitPage,
  },
  {
    path: "property/restructures/merge",
    title: "合并房间",
    scope: "project",
    module: "property",
    anyOf: ["property:restructure"],
    parent: "property/restructures",
    load: async () => (await import("./restructure-new-page")).MergePage,
  },
  {
    path: "property/restructures/:restructureId",
    title: "拆分合并",
    scope: "project",
    module: "property",
    anyOf: ["property:read"],
    parent: "property/restructures",
    load: async () => (await import("./restructure-page")).RestructurePage,
  },
  {
    path: "property/restructures/:restructureId/edit",
    title: "修改草稿",
    scope: "project",
    module: "property",
    anyOf: ["property:restructure"],
    parent: "property/restructures",
    load: async () => (await import("./restructure-edit-page")).RestructureEditPage,
  },
];
