import { queryOptions } from "@tanstack/react-query";

const pages = import.meta.glob<string>("../help/*.md", { query: "?raw", import: "default" });

const nameOf = (path: string): string => path.replace(/^.*\/|\.md$/g, "");

/** The text of a help page, src/help/<topic>.md. */
export const helpQuery = (topic: string) =>
  queryOptions({
    queryKey: ["help", topic],
    staleTime: Infinity,
    queryFn: async () => (await pages[`../help/${topic}.md`]?.()) ?? "# 帮助\n\n这一部分的帮助还没有写好。",
  });

/** Every help page with its title (its first line), the general one first. */
export const helpTopicsQuery = queryOptions({
  queryKey: ["help"],
  staleTime: Infinity,
  queryFn: async () => {
    const topics = Object.entries(pages).map(async ([path, load]) => ({
      topic: nameOf(path),
      title: /^#\s+(.+)$/m.exec(await load())?.[1] ?? nameOf(path),
    }));
    return (await Promise.all(topics)).sort((a, b) => Number(b.topic === "start") - Number(a.topic === "start"));
  },
});
