import { useMutation, useQuery } from "@tanstack/react-query";
import type { ChecklistDto, CloseCheckDto } from "@linli/contracts";
import { checkSeverityLabels, type CloseCheck } from "@linli/contracts/enums";
import { Alert, Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { QueryView } from "../../../components/query-view";
import { StatusTag } from "../../../components/status-tag";
import { formatPeriod, lastDayOf } from "../../../lib/dates";
import { usePageLink } from "../../../lib/page-links";
import { useProjectId } from "../../../lib/session";
import { closePeriod, periodQueries } from "../collection.queries";
import { severityTones } from "../collection-words";
import "../desk.css";

/** The page that settles what a check found. */
function pageOf(key: CloseCheck, period: string): string | undefined {
  const pages: Partial<Record<CloseCheck, string>> = {
    EARLIER_OPEN: "billing/month",
    RUNS_IN_PROGRESS: `billing/runs?period=${period}`,
    BINDINGS_WITHOUT_CHARGES: `billing/runs?period=${period}`,
    RUNS_UNPUBLISHED: `billing/runs?period=${period}`,
    SHARES_OPEN: `billing/shares?period=${period}`,
    METERS_OPEN: `billing/meter-sheets?period=${period}`,
    OFFSET_PENDING: "billing/offsets",
    RED_NOT_REFUNDED: "billing/receipts?status=RED",
    SHIFTS_OPEN: "billing/shifts",
    DAILY_REPORTS: `billing/daily-reports?from=${period}-01&to=${lastDayOf(period)}`,
    RECONCILIATION: `billing/reconciliation?from=${period}-01&to=${lastDayOf(period)}`,
    DEBIT_UNRETURNED: "billing/debit/batches",
    DEBIT_UNCREDITED: "billing/debit/batches",
    ONLINE_OPEN: "billing/online/statements?open=true",
    REDUCTIONS_PENDING: "approvals",
    APPROVALS_PENDING: "approvals",
    IMPORTS_OPEN: "imports",
    OPENINGS_OPEN: "billing/openings",
  };
  return pages[key];
}

/** Looks at the checklist and closes the month; reminders are confirmed in so many words. */
export function CloseDialog({ period }: { period: string }) {
  const projectId = useProjectId();
  const [isOpen, setOpen] = useState(false);
  const [confirmed, setConfirmed] = useState(false);
  const checklist = useQuery({ ...periodQueries.checklist(projectId, period), enabled: isOpen, staleTime: 0 });
  const { mutate, isPending } = useMutation({
    ...closePeriod(projectId, period),
    onSuccess: () => setOpen(false),
    onError: () => void checklist.refetch(),
  });
  const list = checklist.data;
  const isReady = list !== undefined && list.closable && (!list.needsConfirmation || confirmed);

  function open() {
    setConfirmed(false);
    setOpen(true);
  }

  return (
    <>
      <Button type="primary" onClick={open}>
        月结
      </Button>
      <Modal
        title={`月结 ${formatPeriod(period)}`}
        open={isOpen}
        onCancel={() => setOpen(false)}
        onOk={() => mutate(list?.needsConfirmation ? { confirm: true } : {})}
        okText={`月结 ${period}`}
        cancelText="取消"
        okButtonProps={{ disabled: !isReady, loading: isPending }}
        width={640}
        destroyOnHidden
      >
        <QueryView query={checklist}>
          {(data) => (
            <>
              <Checks list={data} />
              <Alert
                type="warning"
                showIcon
                className="form-note"
                title="月结后，记在这个月的单据不能再新增、修改或作废；之后的更正以红字或调整记在开放的月份。"
              />
              {data.closable && data.needsConfirmation && (
                <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
                  已知晓以上提醒，确认月结
                </Checkbox>
              )}
            </>
          )}
        </QueryView>
      </Modal>
    </>
  );
}

function Checks({ list }: { list: ChecklistDto }) {
  return (
    <ul className="close-checks" aria-label="月结清单">
      {list.items.map((item) => (
        <Check key={item.key} item={item} period={list.period} />
      ))}
    </ul>
  );
}

function Check({ item, period }: { item: CloseCheckDto; period: string }) {
  const linkTo = usePageLink();
  const page = item.severity === "OK" ? undefined : pageOf(item.key, period);
  const href = page && linkTo(page);
  return (
    <li>
      <div className="close-check-head">
        <StatusTag value={item.severity} labels={checkSeverityLabels} tones={severityTones} />
        <b>{item.title}</b>
        {href && <Link to={href}>去处理</Link>}
      </div>
      <p className="close-check-detail">
        {item.detail}
        {item.examples.length > 0 && `：${item.examples.slice(0, 5).join("、")}${item.count > 5 ? " 等" : ""}`}
      </p>
    </li>
  );
}
