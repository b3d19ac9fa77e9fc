import type { Page } from "../../../app/page";

const shared = { scope: "project", module: "billing", anyOf: ["billing:archive"] } as const;

/** The pages of accounting archives (会计档案). */
export const archivePages: readonly Page[] = [
  {
    ...shared,
    path: "billing/archives",
    title: "会计档案",
    menu: { group: "客户服务", section: "账务" },
    load: async () => (await import("./archives-page")).ArchivesPage,
  },
  {
    ...shared,
    path: "billing/archives/:archiveId",
    title: "会计档案导出",
    parent: "billing/archives",
    load: async () => (await import("./archive-page")).ArchivePage,
  },
];
