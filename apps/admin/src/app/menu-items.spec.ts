import { menuBlocks } from "./menu-items";
import { mayOpen, type Page } from "./page";
import { pageAddress } from "./page-address";

const page = (path: string, overrides: Partial<Page> = {}): Page => ({
  path,
  title: path,
  scope: "project",
  menu: { group: "客户服务" },
  load: () => Promise.reject(new Error("not opened here")),
  ...overrides,
});

const project = {
  id: "p1",
  name: "甲",
  shortName: "甲",
  modules: ["property"],
  permissions: ["property:read" as const],
};
const session = {
  id: "u1",
  name: "王芳",
  mobile: "13800000001",
  mustChangePassword: false,
  homePath: "/workbench",
  roleNames: [],
  projects: [project],
  companyPermissions: [],
};

test("a page needs its right and its module switch in this project", () => {
  expect(mayOpen(page("rooms", { anyOf: ["property:read"], module: "property" }), session, project)).toBe(true);
  expect(mayOpen(page("rooms", { anyOf: ["property:write"] }), session, project)).toBe(false);
  expect(mayOpen(page("desk", { module: "billing" }), session, project)).toBe(false);
  expect(mayOpen(page("rooms"), session, undefined)).toBe(false);
});

test("a right in a project opens no page of the company", () => {
  const users = page("system/users", { scope: "company", anyOf: ["property:read"] });
  expect(mayOpen(users, session, project)).toBe(false);
  expect(mayOpen(users, { ...session, companyPermissions: ["property:read"] }, project)).toBe(true);
});

test("sections gather their pages; a section of one page is that page; pages out of the menu stay out", () => {
  const blocks = menuBlocks(
    [
      page("workbench", { menu: {} }),
      page("rooms", { menu: { group: "客户服务", section: "房产" } }),
      page("customers", { menu: { group: "客户服务", section: "客户" } }),
      page("buildings", { menu: { group: "客户服务", section: "房产" } }),
      page("rooms/:roomId", { menu: undefined }),
      page("system/users", { scope: "company", menu: { group: "系统管理" } }),
    ],
    "p1",
  );
  expect(blocks.map((block) => block.group)).toEqual([undefined, "客户服务", "系统管理"]);
  expect(blocks[1]?.entries.map((entry) => [entry.label, entry.children?.map((child) => child.to)])).toEqual([
    ["房产", ["/p/p1/rooms", "/p/p1/buildings"]],
    ["customers", undefined],
  ]);
  expect(blocks[2]?.entries[0]?.to).toBe("/system/users");
});

test("links between modules lead only where the user may go", () => {
  const pages = [
    page("property/rooms", { anyOf: ["property:read"] }),
    page("property/rooms/:roomId", { anyOf: ["property:read"] }),
    page("billing/desk", { anyOf: ["billing:collect"] }),
  ];
  expect(pageAddress(pages, "property/rooms?incomplete=true", session, project)).toBe(
    "/p/p1/property/rooms?incomplete=true",
  );
  expect(pageAddress(pages, "property/rooms/r1", session, project)).toBe("/p/p1/property/rooms/r1");
  expect(pageAddress(pages, "billing/desk", session, project)).toBeUndefined();
  expect(pageAddress(pages, "nowhere", session, project)).toBeUndefined();
});
