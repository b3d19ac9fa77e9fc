import type {
  BindingAssignmentDto,
  PrepaymentAssignmentDto,
  RestructureBindingChoiceDto,
  RestructureOwnerChoiceDto,
  RestructurePrepaymentChoiceDto,
  RestructureVehicleChoiceDto,
  ResultingOwnerDto,
  VehicleAssignmentDto,
} from "@linli/contracts";
import { Checkbox, Select } from "antd";
import { DecimalInput } from "../../components/decimal-input";
import { formatFen } from "../../lib/money";
import "./restructure.css";

interface Input<Value> {
  value?: Value;
  onChange?: (value: Value) => void;
}

/** Says for every standard of the old rooms which new rooms get it; none: it ends with the old room. */
export function BindingsInput({
  choices,
  codes,
  value = [],
  onChange,
}: Input<BindingAssignmentDto[]> & { choices: RestructureBindingChoiceDto[]; codes: string[] }) {
  if (choices.length === 0) return <p className="unsaved-hint">原房间没有收费标准。</p>;

  function change(bindingId: string, part: number, target: { quantity: string | null } | null) {
    onChange?.(
      choices.map((choice) => {
        const known = value.find((one) => one.bindingId === choice.bindingId) ?? {
          bindingId: choice.bindingId,
          targets: [],
        };
        if (choice.bindingId !== bindingId) return known;
        const others = known.targets.filter((one) => one.part !== part);
        const targets = target === null ? others : [...others, { part, ...target }];
        return { bindingId, targets: targets.toSorted((a, b) => a.part - b.part) };
      }),
    );
  }

  return (
    <ul className="restructure-list">
      {choices.map((choice) => {
        const targets = value.find(({ bindingId }) => bindingId === choice.bindingId)?.targets ?? [];
        const what = `${choice.roomCode} ${choice.feeItemName}`;
        return (
          <li key={choice.bindingId}>
            <div>
              <b>{what}</b> <span className="unsaved-hint">{choice.rateName}</span>
              {choice.paidThrough && <div className="unsaved-hint">已缴至 {choice.paidThrough}，新房间从次日起收</div>}
              {targets.length === 0 && <div className="tone tone-warning">不沿用：随原房间结束</div>}
            </div>
            <div className="restructure-targets">
              {codes.map((code, part) => {
                const target = targets.find((one) => one.part === part);
                return (
                  // the place in the plan is what identifies a new room
                  <span key={part}>
                    <Checkbox
                      checked={target !== undefined}
                      aria-label={`${what} 由 ${code} 承担`}
                      onChange={({ target: { checked } }) =>
                        change(choice.bindingId, part, checked ? { quantity: null } : null)
                      }
                    >
                      {code}
                    </Checkbox>
                    {choice.needsQuantity && target && (
                      <DecimalInput
                        size="small"
                        places={4}
                        style={{ width: 90 }}
                        placeholder={choice.quantity ? `原 ${Number(choice.quantity)}` : "数量"}
                        aria-label={`${what} ${code} 的数量`}
                        value={target.quantity ?? null}
                        onChange={(quantity) => change(choice.bindingId, part, { quantity })}
                      />
                    )}
                  </span>
                );
              })}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Says which new room takes over the balance of each prepayment account; what is asked back stays with the old one. */
export function PrepaymentsInput({
  choices,
  codes,
  value = [],
  onChange,
}: Input<PrepaymentAssignmentDto[]> & { choices: RestructurePrepaymentChoiceDto[]; codes: string[] }) {
  return (
    <ul className="restructure-list">
      {choices.map(({ accountId, roomCode, customerName, balanceFen, askedBackFen }) => (
        <li key={accountId}>
          <div>
            {roomCode} {customerName} <b className="figures">{formatFen(balanceFen)}</b> 元
            {askedBackFen > 0 && `，其中 ${formatFen(askedBackFen)} 元已申请退还，留在原房间`}
          </div>
          {balanceFen > askedBackFen && (
            <Select
              aria-label={`${customerName} 的预收结转到`}
              style={{ width: 180 }}
              value={value.find((one) => one.accountId === accountId)?.part}
              placeholder="结转到"
              options={codes.map((code, part) => ({ value: part, label: code }))}
              onChange={(part: number) =>
                onChange?.([...value.filter((one) => one.accountId !== accountId), { accountId, part }])
              }
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Says which new room a vehicle goes on with, its space with it; without a choice it follows its holder. */
export function VehiclesInput({
  choices,
  codes,
  value,
  onChange,
}: Input<VehicleAssignmentDto[] | null> & { choices: RestructureVehicleChoiceDto[]; codes: string[] }) {
  const assigned = value ?? [];
  return (
    <ul className="restructure-list">
      {choices.map(({ relationId, plate, customerName, spaceCode }) => (
        <li key={relationId}>
          <div>
            <b>{plate}</b> {customerName} {spaceCode && <span className="unsaved-hint">车位 {spaceCode}</span>}
          </div>
          <Select
            aria-label={`${plate} 转到`}
            style={{ width: 180 }}
            value={assigned.find((one) => one.relationId === relationId)?.part}
            placeholder="随持有人的新房间"
            allowClear
            options={codes.map((code, part) => ({ value: part, label: code }))}
            onChange={(part: number | undefined) =>
              onChange?.([
                ...assigned.filter((one) => one.relationId !== relationId),
                ...(part === undefined ? [] : [{ relationId, part }]),
              ])
            }
          />
        </li>
      ))}
    </ul>
  );
}

/** The shares of the merged room's owners. */
export function OwnersInput({
  choices,
  value = [],
  onChange,
}: Input<ResultingOwnerDto[]> & { choices: RestructureOwnerChoiceDto[] }) {
  return (
    <ul className="restructure-list">
      {choices.map(({ customerId, name, rooms }) => (
        <li key={customerId}>
          <div>
            <b>{name}</b> <span className="unsaved-hint">现为 {rooms} 的业主</span>
          </div>
          <DecimalInput
            places={4}
            unit="%"
            style={{ width: 140 }}
            aria-label={`${name} 合并后的份额`}
            value={value.find((one) => one.customerId === customerId)?.share ?? null}
            onChange={(share) =>
              onChange?.([
                ...value.filter((one) => one.customerId !== customerId),
                ...(share === null ? [] : [{ customerId, share }]),
              ])
            }
          />
        </li>
      ))}
    </ul>
  );
}
