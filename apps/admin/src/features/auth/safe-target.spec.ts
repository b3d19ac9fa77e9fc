import { safeTarget } from "./safe-target";

test.each(["/p/1/property/rooms?page=2", "/system/users"])("leads back to %s", (from) => {
  expect(safeTarget(from)).toBe(from);
});

test.each([
  null,
  "",
  "https://elsewhere.example",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/sign-in?from=/x",
  "p/1",
])("does not follow %p", (from) => {
  expect(safeTarget(from)).toBe("/");
});
