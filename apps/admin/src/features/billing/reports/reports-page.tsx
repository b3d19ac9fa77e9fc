import { useQuery } from "@tanstack/react-query";
import { Card } from "antd";
import { Link } from "react-router";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { reportQueries } from "./reports.queries";
import "./reports.css";

/** Reports that have pages of their own beside the standard ones. */
const OTHERS: readonly [path: string, title: string, purpose: string][] = [
  ["billing/daily-reports", "收款日报表", "每位收款员每天的收款、红冲、退款和收据号段。"],
  ["billing/collection-rates", "户数收缴率", "一个月缴清的户数和各项收缴率，按楼栋或项目看图。"],
  ["billing/prepayments/beyond", "预缴清单", "某日以后的预缴，合同终止时应退还业主。"],
  ["billing/meter-losses", "损耗表", "总表与分表的用量差和损耗率。"],
];

/** 收费报表: every report of charging in one place (BIL-112). */
export function ReportsPage() {
  const infos = useQuery(reportQueries.infos(useProjectId()));
  const linkTo = usePageLink();
  return (
    <>
      <PageHeader title="收费报表" help="reports" description="每张报表都可以打印、导出 Excel，金额可以点开到明细。" />
      <QueryView query={infos}>
        {({ items }) => {
          const standard = items.map(({ key, title, purpose }) => [`billing/reports/${key}`, title, purpose] as const);
          return (
            <ul className="report-cards">
              {[...standard, ...OTHERS].map(([path, title, purpose]) => {
                const href = linkTo(path);
                return (
                  href && (
                    <li key={path}>
                      <Link to={href}>
                        <Card size="small" hoverable className="report-card">
                          <b>{title}</b>
                          <p>{purpose}</p>
                        </Card>
                      </Link>
                    </li>
                  )
                );
              })}
            </ul>
          );
        }}
      </QueryView>
    </>
  );
}
