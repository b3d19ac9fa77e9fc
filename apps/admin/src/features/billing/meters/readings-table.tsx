import type { MeterDto, ReadingDto } from "@linli/contracts";
import { readingKindLabels, readingStatusLabels } from "@linli/contracts/enums";
import { Button, Flex, Modal } from "antd";
import { useCallback, useMemo, useState } from "react";
import { Attachments } from "../../../components/attachments";
import { Can } from "../../../components/can";
import { Chart } from "../../../components/chart";
import { actionsColumn, type Column, statusColumn } from "../../../components/columns";
import { ListTable } from "../../../components/list-table";
import { useProjectId } from "../../../lib/session";
import { useCan } from "../../../lib/use-can";
import { useListTable } from "../../../lib/use-list-table";
import { WhyAmount } from "../why-amount";
import { alertsInWords, readingTones, usageText } from "./meter-words";
import { meterQueries } from "./meters.queries";
import { CorrectReadingForm, DeleteReadingForm } from "./reading-forms";

/** The readings of a meter, the last first, with what they were billed as. */
export function ReadingsTable({ meter }: { meter: MeterDto }) {
  const table = useListTable({ list: meterQueries.readings(useProjectId(), meter.id), keep: "memory" });
  const last = table.rows?.find(({ status }) => status === "VALID");
  const columns = [
    ...readingColumns(meter),
    actionsColumn<ReadingDto>((reading) => <Actions reading={reading} isLast={reading.id === last?.id} />, 170),
  ];
  return (
    <>
      <UseByMonth rows={table.rows} kind={meter.kind} />
      <ListTable name="meter-readings" table={table} columns={columns} empty="还没有读数。" />
    </>
  );
}

/** What the meter used in the months of the readings shown. */
function UseByMonth({ rows = NO_READINGS, kind }: { rows: readonly ReadingDto[] | undefined; kind: MeterDto["kind"] }) {
  const months = useMemo(() => {
    const uses = new Map<string, number>();
    for (const { period, use, status } of rows)
      if (status === "VALID") uses.set(period, (uses.get(period) ?? 0) + Number(use));
    return [...uses].sort(([a], [b]) => a.localeCompare(b));
  }, [rows]);
  const places = useMemo(() => months.map(([period]) => period), [months]);
  const series = useMemo(() => [{ name: "用量", values: months.map(([, use]) => use) }], [months]);
  const format = useCallback((use: number) => usageText(String(Number(use.toFixed(4))), kind), [kind]);
  return months.length > 1 ? <Chart label="各月用量" places={places} series={series} format={format} /> : null;
}

const NO_READINGS: readonly ReadingDto[] = [];

const readingColumns = (meter: MeterDto): Column<ReadingDto>[] => [
  { key: "period", title: "月份", dataIndex: "period", className: "figures nowrap" },
  { key: "readOn", title: "抄表日期", dataIndex: "readOn", className: "figures nowrap" },
  { key: "previous", title: "上次读数", align: "right", dataIndex: "previous", className: "figures" },
  { key: "value", title: "本次读数", align: "right", dataIndex: "value", className: "figures strong" },
  {
    key: "use",
    title: "用量",
    align: "right",
    className: "figures nowrap",
    render: (_value, { use }) => usageText(use, meter.kind),
  },
  {
    key: "kind",
    title: "来由",
    render: (_value, { kind, estimated }) => (estimated ? "估抄" : readingKindLabels[kind]),
  },
  statusColumn("status", "状态", readingStatusLabels, readingTones),
  {
    key: "reason",
    title: "说明",
    render: (_value, { alerts, reason, undoReason }) =>
      [alertsInWords(alerts), reason, undoReason].filter(Boolean).join("；") || "—",
  },
  {
    key: "charges",
    title: "应收（元）",
    align: "right",
    render: (_value, { charges }) => {
      const standing = charges.filter(({ reversed }) => !reversed);
      if (standing.length === 0) return "—";
      return standing.map(({ id, amountFen }) => <WhyAmount key={id} chargeId={id} fen={amountFen} />);
    },
  },
  { key: "by", title: "抄表人", dataIndex: "createdByName" },
];

function Actions({ reading, isLast }: { reading: ReadingDto; isLast: boolean }) {
  return (
    <Flex gap={8} className="nowrap">
      <PhotoButton readingId={reading.id} count={reading.photoCount} />
      {isLast && (reading.kind === "REGULAR" || reading.kind === "REMOVAL") && (
        <Can do="billing:meters">
          <CorrectReadingForm reading={reading} trigger={<Button type="link">更正</Button>} />
          {reading.kind === "REGULAR" && (
            <DeleteReadingForm
              reading={reading}
              trigger={
                <Button type="link" danger>
                  删除
                </Button>
              }
            />
          )}
        </Can>
      )}
    </Flex>
  );
}

/** What the dial showed: pictures of a reading, also taken with the camera. */
export function PhotoButton({ readingId, count }: { readingId: string; count: number }) {
  const [isOpen, setOpen] = useState(false);
  const canWrite = useCan("billing:meters");
  if (count === 0 && !canWrite) return null;
  return (
    <>
      <Button type="link" onClick={() => setOpen(true)}>
        {count > 0 ? `照片 ${count}` : "照片"}
      </Button>
      <Modal title="表盘照片" open={isOpen} onCancel={() => setOpen(false)} footer={null} destroyOnHidden>
        <Attachments
          ownerType="meter-reading"
          ownerId={readingId}
          kinds={{ PHOTO: "表盘照片" }}
          canWrite={canWrite}
          picturesOnly
        />
      </Modal>
    </>
  );
}
