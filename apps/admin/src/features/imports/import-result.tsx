import type { ImportSummaryDto } from "@linli/contracts";
import { Result } from "antd";
import { Link } from "react-router";
import { usePageLink } from "../../lib/page-links";

/** The end: what to look at next. */
export function ImportResult({ summary }: { summary: ImportSummaryDto }) {
  const linkTo = usePageLink();
  const links = [
    ["查看房间", "property/rooms"],
    ...(summary.incompleteRooms > 0 ? [["补齐房间资料", "property/completeness"]] : []),
    ["查看客户", "customer/customers"],
    ...(summary.incompleteCustomers > 0 ? [["补齐客户资料", "customer/customers?incomplete=true"]] : []),
    ["收费标准绑定", "billing/bindings"],
    ["车位", "parking/spaces"],
  ].flatMap(([label = "", path = ""]) => {
    const to = linkTo(path);
    return to ? [{ label, to }] : [];
  });
  return (
    <Result
      status="success"
      className="import-done"
      title={<span className="result-title">导入完成</span>}
      subTitle={
        summary.incompleteRooms + summary.incompleteCustomers > 0
          ? `有 ${summary.incompleteRooms} 间房间、${summary.incompleteCustomers} 位客户资料不完整，请补齐`
          : undefined
      }
      extra={links.map(({ label, to }) => (
        <Link key={to} to={to} className="import-link">
          {label}
        </Link>
      ))}
    />
  );
}
