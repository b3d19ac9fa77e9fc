import { useMutation } from "@tanstack/react-query";
import type { RecordReadingDto, SheetLineDto } from "@linli/contracts";
import { meterKindLabels, sheetLineStatusLabels } from "@linli/contracts/enums";
import { Alert, Button, Checkbox, Input } from "antd";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Link } from "react-router";
import { DecimalInput } from "../../../components/decimal-input";
import { StatusTag } from "../../../components/status-tag";
import { ApiError } from "../../../lib/api-error";
import { useProjectId } from "../../../lib/session";
import { alertsInWords, lineTones, usageText } from "./meter-words";
import { recordReading } from "./meters.queries";
import { PhotoButton } from "./readings-table";

/** One meter of a sheet: type what it shows, Enter saves and goes on; what is unusual asks for a word. */
export function SheetLine({
  line,
  period,
  readOn,
  canWrite,
  onSaved,
}: {
  line: SheetLineDto;
  period: string;
  readOn: string;
  canWrite: boolean;
  /** After a reading was saved; `from` is the field it was typed in. */
  onSaved: (from: HTMLInputElement) => void;
}) {
  const projectId = useProjectId();
  const { mutateAsync, isPending } = useMutation(recordReading(projectId, line.meterId));
  const [value, setValue] = useState<string | null>(null);
  const [fault, setFault] = useState<ApiError>();
  const field = useRef<HTMLLIElement>(null);
  const isOpen = canWrite && line.readingId === null;
  const name = `${line.roomCode ?? line.buildingName ?? "公共"} ${meterKindLabels[line.kind]} ${line.no}`;

  async function save(more: Partial<RecordReadingDto> = {}) {
    const input = field.current?.querySelector<HTMLInputElement>("input[data-reading]");
    if (value === null || isPending) return;
    try {
      await mutateAsync({ readOn, value, period, ...more });
      setFault(undefined);
      if (input) onSaved(input);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      error.shown = true;
      setFault(error);
    }
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void save();
  }

  return (
    <li className="sheet-line" ref={field} aria-label={name}>
      <div className="sheet-meter">
        <strong>{line.roomCode ?? line.buildingName ?? "公共"}</strong>{" "}
        <Link to={`/p/${projectId}/billing/meters/${line.meterId}`} className="figures nowrap">
          {meterKindLabels[line.kind]} {line.no}
        </Link>
        {line.position && <small>{line.position}</small>}
      </div>
      <div className="sheet-before figures">
        上次 {line.previous}
        <small className="nowrap">{line.previousOn}</small>
      </div>
      <div className="sheet-now">
        {isOpen ? (
          <DecimalInput
            places={3}
            value={value}
            onChange={setValue}
            onKeyDown={handleKey}
            data-reading
            aria-label={`${name} 本次读数`}
            placeholder="本次读数"
            status={fault ? "error" : undefined}
          />
        ) : (
          <span className="figures strong">{line.value ?? "—"}</span>
        )}
      </div>
      <div className="sheet-use figures">
        {line.use !== null && usageText(line.use, line.kind)}
        {line.meanUse !== null && <small>前两期平均 {line.meanUse}</small>}
      </div>
      <div className="sheet-state">
        <StatusTag value={line.status} labels={sheetLineStatusLabels} tones={lineTones} />
        {line.readingId && <PhotoButton readingId={line.readingId} count={line.photoCount} />}
        {isOpen && (
          <Button size="small" loading={isPending} disabled={value === null} onClick={() => void save()}>
            保存
          </Button>
        )}
      </div>
      {line.alerts.length > 0 && (
        <p className="sheet-note">
          {alertsInWords(line.alerts)}：{line.reason}
        </p>
      )}
      {isOpen && fault && <Confirm fault={fault} save={save} pending={isPending} />}
    </li>
  );
}

/** Why a reading was not taken, and what can be said for it. */
function Confirm({
  fault,
  save,
  pending,
}: {
  fault: ApiError;
  save: (more: Partial<RecordReadingDto>) => Promise<void>;
  pending: boolean;
}) {
  const id = useId();
  const [reason, setReason] = useState("");
  const [rolledOver, setRolledOver] = useState(false);
  const [estimated, setEstimated] = useState(false);
  const isLower = fault.code === "READING_LOWER";
  const canConfirm = isLower || fault.code === "READING_UNUSUAL";
  return (
    <div className="sheet-confirm">
      <Alert type="warning" showIcon title={fault.message} />
      {canConfirm && (
        <>
          <label htmlFor={id}>异常说明</label>
          <Input
            id={id}
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={() => void save({ reason, rolledOver, estimated })}
            placeholder="核对后填写原因"
          />
          <div className="sheet-checks">
            {(isLower || rolledOver) && (
              <Checkbox checked={rolledOver} onChange={(event) => setRolledOver(event.target.checked)}>
                已翻转
              </Checkbox>
            )}
            <Checkbox checked={estimated} onChange={(event) => setEstimated(event.target.checked)}>
              估抄
            </Checkbox>
            <Button
              type="primary"
              size="small"
              loading={pending}
              disabled={reason.trim() === "" || (isLower && !rolledOver)}
              onClick={() => void save({ reason, rolledOver, estimated })}
            >
              确认无误，保存
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
