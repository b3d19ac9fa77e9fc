import type { TemplateGroupDto } from "@linli/contracts";

/**
 * A template as text that is quick to write: a line with a part of the room, under it one line per item that begins with
 * a dash; what is asked of it stands after a colon.
 */
export function toTemplateText(groups: readonly TemplateGroupDto[]): string {
  return groups
    .map(({ name, items }) =>
      [name, ...items.map((item) => `- ${item.name}${item.standard ? `：${item.standard}` : ""}`)].join("\n"),
    )
    .join("\n\n");
}

/** Reads such a text; the fault is a sentence naming the line. */
export function readTemplateText(text: string): { groups: TemplateGroupDto[]; fault?: undefined } | { fault: string } {
  const groups: TemplateGroupDto[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const words = line.trim();
    if (words === "") continue;
    const item = /^[-－—•·]\s*(.*)$/u.exec(words)?.[1];
    if (item === undefined) {
      groups.push({ name: words, items: [] });
      continue;
    }
    const group = groups.at(-1);
    if (!group) return { fault: `第 ${index + 1} 行：请先写部位，再写项目` };
    const [name = "", ...standard] = item.split(/[:：]/u);
    if (name.trim() === "") return { fault: `第 ${index + 1} 行：请写项目名称` };
    group.items.push({ name: name.trim(), standard: standard.join("：").trim() || null });
  }
  const bare = groups.find(({ items }) => items.length === 0);
  if (bare) return { fault: `部位“${bare.name}”下面还没有项目（项目以 - 开头）` };
  return groups.length > 0 ? { groups } : { fault: "请写部位和项目" };
}
