import type { MeterAssignmentDto, RestructureMeterChoiceDto } from "@linli/contracts";
import { type MeterKind, meterKindLabels } from "@linli/contracts/enums";
import { Form, Select } from "antd";
import { DecimalInput } from "../../components/decimal-input";
import { dayAfter } from "../../lib/dates";
import "./restructure.css";

/** Says which new room each meter goes to, and what it showed on the first day of the new rooms. */
export function MetersInput({
  choices,
  codes,
  canChoose,
  value,
  onChange,
}: {
  choices: RestructureMeterChoiceDto[];
  codes: string[];
  /** A merge has one new room. */
  canChoose: boolean;
  value?: MeterAssignmentDto[] | null;
  onChange?: (value: MeterAssignmentDto[]) => void;
}) {
  const effectiveOn = Form.useWatch<string | undefined>("effectiveOn", Form.useFormInstance());
  const assigned = value ?? [];

  function change(meterId: string, part: Partial<MeterAssignmentDto>) {
    const known = assigned.find((one) => one.meterId === meterId);
    const others = assigned.filter((one) => one.meterId !== meterId);
    onChange?.([...others, { ...known, ...part, meterId }]);
  }

  return (
    <>
      <p className="unsaved-hint">
        表具连同全部抄表记录转到新房间。{effectiveOn ?? "生效日期"} 以前的用量归原房间，所以收费的表要填当天的读数。
      </p>
      <ul className="restructure-list">
        {choices.map((choice) => {
          const { meterId, roomCode, no, feeItemName, lastReading, coveredTo } = choice;
          const name = `${meterKindLabels[choice.kind as MeterKind]} ${no}`;
          // its use up to the day before is billed to the old room and not known yet
          const needsReading =
            feeItemName !== null && (!coveredTo || !effectiveOn || dayAfter(coveredTo) < effectiveOn);
          const known = assigned.find((one) => one.meterId === meterId);
          return (
            <li key={meterId}>
              <div>
                {roomCode} <b>{name}</b> <span className="unsaved-hint">{feeItemName ?? "不收费"}</span>
                <div className="unsaved-hint">
                  {coveredTo ? `已抄到 ${coveredTo}，` : "未抄表，起始"}读数 {Number(lastReading)}
                </div>
              </div>
              <div className="restructure-targets">
                {(needsReading || known?.reading) && (
                  <DecimalInput
                    places={3}
                    style={{ width: 150 }}
                    placeholder={`${effectiveOn ?? "当天"} 读数`}
                    aria-label={`${name} 的读数`}
                    value={known?.reading ?? null}
                    onChange={(reading) => change(meterId, { reading })}
                  />
                )}
                {canChoose && (
                  <Select
                    aria-label={`${name} 转到`}
                    style={{ width: 180 }}
                    value={known?.part ?? undefined}
                    placeholder="面积最大的新房间"
                    allowClear
                    options={codes.map((code, part) => ({ value: part, label: code }))}
                    onChange={(part: number | undefined) => change(meterId, { part: part ?? null })}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
