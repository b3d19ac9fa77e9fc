import { parseInline, parseMarkdown } from "./markdown";

test("reads headings, paragraphs, lists and tables", () => {
  const text = "# 标题\n正文一\n接着\n\n- 甲\n- 乙\n\n1. 先\n2. 后\n\n| 列 | 值 |\n|---|---|\n| a | b |\n";
  expect(parseMarkdown(text)).toEqual([
    { kind: "heading", level: 1, text: "标题" },
    { kind: "paragraph", text: "正文一接着" },
    { kind: "list", ordered: false, items: ["甲", "乙"] },
    { kind: "list", ordered: true, items: ["先", "后"] },
    {
      kind: "table",
      rows: [
        ["列", "值"],
        ["a", "b"],
      ],
    },
  ]);
});

test("knows bold, keys and links, and leaves dangerous links as text", () => {
  expect(parseInline("按 `Enter`，**注意** [首页](/)")).toEqual([
    { kind: "text", text: "按 " },
    { kind: "code", text: "Enter" },
    { kind: "text", text: "，" },
    { kind: "bold", text: "注意" },
    { kind: "text", text: " " },
    { kind: "link", text: "首页", href: "/" },
  ]);
  expect(parseInline("[x](javascript:alert(1))").every((part) => part.kind === "text")).toBe(true);
});
