/** One block of a help text. */
export type Block =
  | { kind: "heading"; level: number; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  | { kind: "table"; rows: string[][] };

export type InlinePart =
  | { kind: "text" | "bold" | "code"; text: string }
  | { kind: "link"; text: string; href: string };

/** Reads the small part of Markdown our help texts use. */
export function parseMarkdown(source: string): Block[] {
  return source
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}|\n(?=#)|(?<=^#.*)\n/m)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== "")
    .map(parseBlock);
}

function parseBlock(chunk: string): Block {
  const heading = /^(#{1,3})\s+(.+)$/.exec(chunk);
  if (heading?.[1] && heading[2]) return { kind: "heading", level: heading[1].length, text: heading[2] };
  const lines = chunk.split("\n");
  if (chunk.startsWith("|")) {
    const rows = lines
      .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    return { kind: "table", rows };
  }
  if (/^([-*]|\d+\.)\s/.test(chunk)) return { kind: "list", ordered: /^\d/.test(chunk), items: listItems(lines) };
  return { kind: "paragraph", text: lines.join("") };
}

function listItems(lines: string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined) items.push(item);
    else items.push(`${items.pop() ?? ""}${line.trim()}`);
  }
  return items;
}

/** Splits a line into plain text, **bold**, `code` and [links](…); links other than http(s) and / stay text. */
export function parseInline(text: string): InlinePart[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\((?:https?:\/\/|\/)[^)\s]*\))/)
    .filter((part) => part !== "")
    .map((part): InlinePart => {
      if (part.startsWith("**") && part.endsWith("**") && part.length > 4)
        return { kind: "bold", text: part.slice(2, -2) };
      if (part.startsWith("`") && part.endsWith("`") && part.length > 2)
        return { kind: "code", text: part.slice(1, -1) };
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
      if (link?.[1] && link[2]) return { kind: "link", text: link[1], href: link[2] };
      return { kind: "text", text: part };
    });
}
