import type { ReactNode } from "react";
import { parseMarkdown, parseInline, type Block } from "../lib/markdown";

/** Renders our own help texts: headings, paragraphs, lists, tables, bold, code, links. No HTML passes. */
export function Markdown({ text }: { text: string }) {
  return (
    <article className="help-text">
      {parseMarkdown(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === "heading") {
    const Tag = (["h1", "h2", "h3"] as const)[block.level - 1] ?? "h3";
    return (
      <Tag>
        <Inline text={block.text} />
      </Tag>
    );
  }
  if (block.kind === "list") {
    const Tag = block.ordered ? "ol" : "ul";
    return (
      <Tag>
        {block.items.map((item, index) => (
          <li key={index}>
            <Inline text={item} />
          </li>
        ))}
      </Tag>
    );
  }
  if (block.kind === "table") {
    const [head = [], ...body] = block.rows;
    return (
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index}>
                <Inline text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={at}>
                  <Inline text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return (
    <p>
      <Inline text={block.text} />
    </p>
  );
}

function Inline({ text }: { text: string }): ReactNode {
  return parseInline(text).map((part, index) => {
    if (part.kind === "bold") return <strong key={index}>{part.text}</strong>;
    if (part.kind === "code") return <kbd key={index}>{part.text}</kbd>;
    if (part.kind === "link")
      return (
        <a key={index} href={part.href}>
          {part.text}
        </a>
      );
    return part.text;
  });
}
