import { useQuery } from "@tanstack/react-query";
import { Field } from "../../../components/field";
import { useProjectId } from "../../../lib/session";
import { ShiftSelect } from "./shift-select";
import { shiftQueries } from "./shifts.queries";

/** In a form that pays money back: out of whose till; only where somebody is at a till. */
export function PayingShift() {
  const open = useQuery(shiftQueries.list(useProjectId())({ pageSize: 100, status: "OPEN" }));
  if (!open.data || open.data.items.length === 0) return null;
  return (
    <Field name="shiftId" extra="现金从哪个当班的钱箱付出；不选则为您自己的，没有则为原收款员当班的班次">
      <ShiftSelect openOnly placeholder="自动" />
    </Field>
  );
}
