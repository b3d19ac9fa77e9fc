import { Descriptions } from "antd";
import type { ReactNode } from "react";

/** What is known about a thing, label by label; empty values show a dash. `false`/`undefined` entries are left out. */
export function DescriptionList({
  items,
  columns = 3,
  title,
  extra,
}: {
  items: readonly ([label: string, value: ReactNode] | false | undefined)[];
  columns?: 1 | 2 | 3 | 4;
  title?: ReactNode;
  extra?: ReactNode;
}) {
  const shown = items.filter((item) => item !== false && item !== undefined);
  return (
    <Descriptions
      size="small"
      title={title}
      extra={extra}
      column={{ xs: 1, sm: Math.min(2, columns), lg: columns }}
      items={shown.map(([label, value]) => ({
        key: label,
        label,
        children: value === null || value === undefined || value === "" ? "—" : value,
      }))}
    />
  );
}
