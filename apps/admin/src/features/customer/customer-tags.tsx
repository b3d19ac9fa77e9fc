import type { CustomerDto } from "@linli/contracts";
import { Tooltip } from "antd";
import type { ReactNode } from "react";

/** The tags of a customer and what deserves attention: missing mandatory data (named on hover), children under 14. */
export function CustomerTags({
  customer: { incomplete, under14, tags },
  otherwise,
}: {
  customer: Pick<CustomerDto, "incomplete" | "under14" | "tags">;
  otherwise?: ReactNode;
}) {
  if (incomplete.length === 0 && !under14 && tags.length === 0) return <>{otherwise}</>;
  return (
    <span className="customer-tags">
      {tags.map(({ id, name, tone }) => (
        <span key={id} className={`tone tone-${tone}`}>
          {name}
        </span>
      ))}
      {incomplete.length > 0 && (
        <Tooltip title={`缺：${incomplete.join("、")}`}>
          <span className="tone tone-warning" tabIndex={0}>
            缺 {incomplete.length} 项
          </span>
        </Tooltip>
      )}
      {under14 && (
        <Tooltip title="未满 14 周岁：处理其个人信息须取得监护人同意">
          <span className="tone tone-active" tabIndex={0}>
            未满 14 岁
          </span>
        </Tooltip>
      )}
    </span>
  );
}
