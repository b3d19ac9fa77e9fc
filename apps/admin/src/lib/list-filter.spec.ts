import { fromFormValues, readFilters, toFormValues, type ListFilter } from "./list-filter";

const filters: ListFilter[] = [
  { name: "keyword", label: "关键字" },
  { name: "state", label: "状态", labels: { A: "甲", B: "乙" }, multiple: true },
  { name: "from", to: "until", label: "日期", range: "dates" },
];

test("reads only the filters' own parameters from the URL", () => {
  const params = new URLSearchParams("keyword=1-101&state=A&state=B&from=2026-01-01&page=3&tab=x&until=");
  expect(readFilters(filters, params)).toEqual({ keyword: "1-101", state: ["A", "B"], from: "2026-01-01" });
});

test("shows a range as one field and takes it apart again", () => {
  const values = { keyword: "a", from: "2026-01-01", until: "2026-01-31" };
  const form = toFormValues(filters, values);
  expect(form.from).toEqual(["2026-01-01", "2026-01-31"]);
  expect(fromFormValues(filters, form)).toEqual(values);
});

test("leaves out what is empty", () => {
  expect(fromFormValues(filters, { keyword: "  ", state: [], from: [undefined, "2026-01-31"] })).toEqual({
    until: "2026-01-31",
  });
});
